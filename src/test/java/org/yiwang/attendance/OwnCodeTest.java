package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.TimeKind;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.VolunteerView;

/** What a code is worth in whose hands. */
@CityTest
class OwnCodeTest {

    private static final String DEVICE_COOKIE = "yw_device";

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private Records records;

    @Autowired
    private TestClock clock;

    private Team team;
    private ActivityView activity;
    private Instant start;

    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
        activity = fixture.published(team.id(), 10);
        start = activity.period().start();
    }

    @Test
    void an_organizer_who_shows_the_code_to_the_own_phone_has_honour_time_and_the_volunteer_credit_time() {
        VolunteerView volunteer = volunteer("李雷");
        signUp(team.leader());
        clock.set(start.plus(Duration.ofMinutes(5)));
        for (Direction direction : List.of(Direction.IN, Direction.OUT)) {
            scan(team.admin(), team.leader(), direction);
            scan(TeamFixture.actor(volunteer), volunteer, direction);
            clock.advance(Duration.ofMinutes(60));
        }
        assertThat(only(team.leader()).kind()).isEqualTo(TimeKind.HONOUR);
        assertThat(only(volunteer).kind()).isEqualTo(TimeKind.CREDIT);

        clock.set(activity.period().end().plusSeconds(60));
        activityDesk.close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        clock.advance(Duration.ofDays(3));
        publicNotice.countDue();
        assertThat(records.totals(team.admin(), team.leader().id())).isEmpty();
        clock.advance(Duration.ofDays(4));
        publicNotice.countDue();
        assertThat(records.totals(team.admin(), team.leader().id()))
                .singleElement()
                .satisfies(t -> assertThat(t.creditMinutes()).isZero())
                .satisfies(t -> assertThat(t.honourMinutes()).isEqualTo(60));
    }

    @Test
    void typing_the_digits_that_one_shows_oneself_is_no_second_side_either() {
        signUp(team.leader());
        clock.set(start);
        String digits = desk.code(team.admin(), activity.id()).digits();
        PairView pair = checkIns.type(team.admin(), team.leader().id(), digits, Direction.IN, Phone.SILENT);
        assertThat(pair.in().way()).isEqualTo(Evidence.Way.OWN_CODE);
        assertThat(pair.in().isTwoSided()).isFalse();
    }

    @Test
    void right_digits_are_not_held_against_anybody_and_wrong_ones_only_against_who_typed_them() {
        VolunteerView volunteer = volunteer("韩梅梅");
        VolunteerView other = volunteer("别人");
        Actor person = TeamFixture.actor(volunteer);
        clock.set(start);
        String right = desk.code(team.admin(), activity.id()).digits();
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 12; i++) {
            checkIns.type(person, volunteer.id(), right, Direction.IN, Phone.SILENT);
        }
        for (int i = 0; i < 10; i++) {
            refused("attendance.digits-wrong", () -> type(person, volunteer, wrong));
        }
        refused("attendance.too-many-tries", () -> type(person, volunteer, right));
        assertThat(type(TeamFixture.actor(other), other, right).state()).isEqualTo(PairView.State.OPEN);
    }

    @Test
    void the_proof_of_a_scan_is_worth_nothing_to_another_account() {
        VolunteerView here = volunteer("在场");
        VolunteerView away = volunteer("在家");
        clock.set(start);
        String token = desk.code(team.admin(), activity.id()).token();
        Visitor scanner = Visitor.asAccount(here.contactAccountId());
        assertThat(scanner.get("/a/" + token).status()).isEqualTo(200);
        String proof = scanner.cookie("yw_scanned");
        clock.advance(Duration.ofMinutes(3));

        Visitor friend = Visitor.asAccount(away.contactAccountId()).cookie("yw_scanned", proof);
        assertThat(friend.get("/a/" + token).status())
                .as("a link passed on, after a minute")
                .isEqualTo(422);
        Map<String, String> body = Map.of("volunteer", Ids.text(away.id()), "direction", "IN");
        assertThat(friend.post("/a/" + token, body).status()).isEqualTo(422);
        assertThat(checkIns.unfinished(TeamFixture.actor(away), away.id())).isEmpty();
        body = Map.of("volunteer", Ids.text(here.id()), "direction", "IN");
        assertThat(scanner.post("/a/" + token, body).status()).isEqualTo(303);
    }

    @Test
    void who_scans_before_signing_in_checks_in_after_it_on_the_same_phone_only() {
        VolunteerView person = volunteer("先扫码");
        clock.set(start);
        String token = desk.code(team.admin(), activity.id()).token();
        Visitor phone = Visitor.anonymous();
        assertThat(phone.get("/a/" + token).status()).isEqualTo(200);
        String proof = Objects.requireNonNull(phone.cookie("yw_scanned"));
        clock.advance(Duration.ofMinutes(3));

        Visitor elsewhere = Visitor.asAccount(person.contactAccountId()).cookie("yw_scanned", proof);
        assertThat(elsewhere.get("/a/" + token).status()).isEqualTo(422);
        Visitor same = Visitor.asAccount(person.contactAccountId())
                .cookie("yw_scanned", proof)
                .cookie(DEVICE_COOKIE, phone.cookie(DEVICE_COOKIE));
        assertThat(same.get("/a/" + token).status()).isEqualTo(200);
        assertThat(same.post("/a/" + token, Map.of("volunteer", Ids.text(person.id()), "direction", "IN"))
                        .status())
                .isEqualTo(303);
    }

    private PairView type(Actor person, VolunteerView volunteer, String digits) {
        return checkIns.type(person, volunteer.id(), digits, Direction.IN, Phone.SILENT);
    }

    private VolunteerView volunteer(String name) {
        VolunteerView made = TeamFixture.volunteer(name);
        signUp(made);
        return made;
    }

    private void signUp(VolunteerView person) {
        signUps.apply(
                TeamFixture.actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
    }

    private void scan(Actor who, VolunteerView person, Direction direction) {
        String code = desk.code(team.admin(), activity.id()).token();
        checkIns.scan(who, person.id(), activity.id(), new Scanned(code, false), direction, Phone.SILENT);
    }

    private RecordView only(VolunteerView person) {
        return records.list(TeamFixture.actor(person), person.id(), RecordFilter.ALL, 1).items().stream()
                .findFirst()
                .orElseThrow();
    }
}
