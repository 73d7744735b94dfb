package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.record.TimeKind;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Who would learn of objections, stop a decision or flood it with words. */
@CityTest
class StarGuardsTest {

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private TestClock clock;

    private Actor street;

    @BeforeEach
    void people() {
        clock.reset();
        street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void who_works_at_the_office_does_not_read_who_objected_to_the_own_star() {
        VolunteerView person = served("也在社区上班");
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        person.contactAccountId(),
                        Role.COMMUNITY_STAFF,
                        PeopleFixture.at(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY)
                                .scope(),
                        "test");
        long id = onNotice(person);
        notice.object(neighbour(), id, "那天他在外地");
        assertThat(objections(VolunteerFixture.actor(person), id))
                .extracting(StarApplication.Step::accountId, StarApplication.Step::why)
                .containsExactly(tuple(0L, ""));
        assertThat(objections(street, id)).extracting(StarApplication.Step::why).containsExactly("那天他在外地");
        String path = "/desk/stars/" + Ids.text(id);
        assertThat(Visitor.asAccount(person.contactAccountId()).get(path).text())
                .contains("也在社区上班")
                .doesNotContain("那天他在外地");
    }

    private List<StarApplication.Step> objections(Actor reader, long id) {
        return review.get(reader, id).steps().stream()
                .filter(step -> step.deed() == Deed.OBJECTED)
                .toList();
    }

    @Test
    void words_that_look_like_the_programs_keep_nobody_from_deciding() {
        long id = onNotice(served("被人异议的人"));
        notice.object(neighbour(), id, "star.why.nothing {0}");
        Visitor.Answer page = Visitor.asAccount(street.accountId()).get("/desk/stars/" + Ids.text(id));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("star.why.nothing {0}");
    }

    @Test
    void nobody_writes_more_than_is_read() {
        VolunteerView person = served("话多的人");
        Actor self = VolunteerFixture.actor(person);
        String most = "长".repeat(StarApplications.LONGEST);
        refused("star.text-long", () -> applications.apply(self, person.id(), 1, null, most + "长"));
        refused("star.text-long", () -> applications.nominate(street, person.number(), 1, null, most + "长"));
        long id = applications.apply(self, person.id(), 1, null, most + " ");
        refused("star.text-long", () -> review.refuse(street, id, most + "长"));
        refused("star.text-long", () -> review.approve(street, id, most + "长"));
        review.approve(street, id, most);
        refused("star.text-long", () -> notice.object(neighbour(), id, most + "长"));
        Visitor.Answer answer = Visitor.asAccount(neighbour().accountId())
                .api("POST", "/api/v1/stars/notice/" + Ids.text(id) + "/objections", Map.of("why", most + "长"));
        assertThat(answer.code()).as(answer.body()).isEqualTo("star.text-long");
        assertThat(answer.text()).contains("500");
    }

    private long onNotice(VolunteerView person) {
        long id = applications.apply(VolunteerFixture.actor(person), person.id(), 1, null, "");
        review.approve(street, id, "");
        return id;
    }

    private static Actor neighbour() {
        return VolunteerFixture.actor(VolunteerFixture.adult("知情的邻居"));
    }

    private static VolunteerView served(String name) {
        VolunteerView person = VolunteerFixture.adult(name);
        Hours.give(person, TimeKind.CREDIT, 100 * 60, LocalDate.of(2026, 11, 20));
        return person;
    }
}
