package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.DocumentPictures.Side;
import org.yiwang.volunteer.VolunteerView.State;

/** Withdrawing a consent has the effect that its text promises, and can be taken back. */
@CityTest
class SensitiveConsentTest {

    @Autowired
    private Consents consents;

    @Autowired
    private SensitiveConsent sensitive;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Registration registration;

    @Autowired
    private Cards cards;

    @Autowired
    private PictureStore pictures;

    @Autowired
    private DocumentPictures documents;

    @Autowired
    private VolunteerReview review;

    @Autowired
    private CaseStore cases;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Guardians guardians;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void tells_what_follows_first_and_then_lets_the_registration_rest_until_consent_is_given_again() {
        VolunteerView made = VolunteerFixture.adult("撤回者");
        Actor own = VolunteerFixture.actor(made);
        cards.setPortrait(own, made.id(), TestPictures.jpeg(400, 500), true);
        Visitor visitor = Visitor.asAccount(own.accountId());
        String path = "/me/account/consents/sensitive-data/withdraw";
        assertThat(visitor.get("/me/account").body()).contains("href=\"" + path + "\"");
        assertThat(visitor.get(path).body()).contains("只保存、不使用", "撤回者");
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);

        assertThat(visitor.post(path, Map.of()).status()).isEqualTo(303);
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.SUSPENDED);
        assertThat(pictures.portrait(made.id())).isEmpty();
        String code = cards.get(own, made.id()).code();
        assertThatThrownBy(() -> volunteers.scanCard(code)).hasMessage("volunteer.not-valid");
        assertThatThrownBy(() -> profiles.setSkills(own, made.id(), java.util.List.of()))
                .hasMessage("volunteer.not-valid");

        assertThat(visitor.get("/me/card").body()).contains("重新同意", "已撤回同意");
        assertThat(visitor.post("/me/card/consent", Map.of("of", Ids.text(made.id())))
                        .body())
                .contains("invalid-feedback");
        clock.advance(Duration.ofSeconds(1));
        assertThat(visitor.post("/me/card/consent", Map.of("of", Ids.text(made.id()), "sensitive", "yes"))
                        .status())
                .isEqualTo(303);
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
        assertThat(consents.has(own.accountId(), Consents.SENSITIVE_DATA)).isTrue();
        assertThatThrownBy(() -> sensitive.give(VolunteerFixture.actor(VolunteerFixture.adult("别人")), made.id(), true))
                .hasMessage("volunteer.not-yours");
    }

    @Test
    void lets_children_rest_when_the_guardian_withdraws_the_rules_for_minors_and_the_guardian_go_on() {
        VolunteerView parent = VolunteerFixture.adult("监护人");
        Actor guardian = VolunteerFixture.actor(parent);
        VolunteerView child = VolunteerFixture.ward(guardian, "小孩", LocalDate.of(2016, 3, 4));
        assertThat(consents.affected(guardian, Consents.MINORS)).containsExactly("小孩");
        assertThat(consents.affected(guardian, Consents.SENSITIVE_DATA)).containsExactly("监护人", "小孩");
        consents.withdraw(guardian, Consents.MINORS);
        assertThat(volunteers.get(child.id()).state()).isEqualTo(State.SUSPENDED);
        assertThat(volunteers.get(parent.id()).state()).isEqualTo(State.VALID);
        clock.advance(Duration.ofSeconds(1));
        sensitive.give(guardian, child.id(), true);
        assertThat(volunteers.get(child.id()).state()).isEqualTo(State.VALID);
        assertThat(consents.has(guardian.accountId(), Consents.MINORS)).isTrue();

        consents.withdraw(guardian, Consents.SENSITIVE_DATA);
        assertThat(volunteers.get(child.id()).state()).isEqualTo(State.SUSPENDED);
        assertThat(volunteers.get(parent.id()).state()).isEqualTo(State.SUSPENDED);
        guardians.close(guardian, child.id());
        assertThat(volunteers.get(child.id()).state()).isEqualTo(State.RESTRICTED);
    }

    @Test
    void puts_a_document_that_was_never_checked_back_into_the_queue() {
        VolunteerView made = registration.open(
                PeopleFixture.newMobile(),
                null,
                RegistrationTest.passport("Gina Hall", "W" + newIdNumber(LocalDate.of(1990, 1, 1))));
        Actor own = VolunteerFixture.actor(made);
        documents.add(own, made.id(), Side.FRONT, TestPictures.jpeg(800, 600));
        consents.withdraw(own, Consents.SENSITIVE_DATA);
        assertThat(pictures.sides(made.id())).isEmpty();
        Actor office =
                PeopleFixture.staff(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
        review.approve(office, made.id(), cases.of(made.id()).getFirst().id(), "原件一致");
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.SUSPENDED);
        sensitive.give(own, made.id(), true);
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.UNDER_REVIEW);
        assertThat(cases.of(made.id()).getLast().decidedAt()).isNull();
    }

    @Test
    void deletes_the_photo_alone_when_only_the_consent_to_it_is_withdrawn() {
        VolunteerView made = VolunteerFixture.adult("只撤照片");
        Actor own = VolunteerFixture.actor(made);
        cards.setPortrait(own, made.id(), TestPictures.png(400, 500), true);
        assertThat(consents.affected(own, Consents.PORTRAIT)).isEmpty();
        consents.withdraw(own, Consents.PORTRAIT);
        assertThat(cards.portrait(own, made.id())).isEmpty();
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
    }
}
