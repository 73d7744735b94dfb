package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registrant.Consent;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/**
 * Registrations of the last days that wait for somebody: foreign documents for an office, a minor for the guardian's
 * confirmation, somebody whom the community registered for their own. And what volunteers tell about themselves.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoNewcomers {

    private static final int FIRST_NUMBER = 900_000;
    private static final List<String> SKILLS = List.of("01", "08", "09", "14", "19", "21", "22", "23");
    private static final List<String> CATEGORIES = List.of("01", "03", "04", "06", "09", "11", "17");

    private final DemoClock clock;
    private final DemoActors actors;
    private final Registration registration;
    private final Profiles profiles;
    private final Register register;
    private final Qualifications qualifications;
    private final QualificationReview qualificationReview;

    DemoNewcomers(
            DemoClock clock,
            DemoActors actors,
            Registration registration,
            Profiles profiles,
            Register register,
            Qualifications qualifications,
            QualificationReview qualificationReview) {
        this.clock = clock;
        this.actors = actors;
        this.registration = registration;
        this.profiles = profiles;
        this.register = register;
        this.qualifications = qualifications;
        this.qualificationReview = qualificationReview;
    }

    /** What they tell of themselves, the cast and some others. */
    void tell(Invented invented, List<VolunteerView> volunteers) {
        for (VolunteerView one : volunteers.subList(0, Math.min(120, volunteers.size()))) {
            Actor actor = actors.of(one);
            profiles.setSkills(actor, one.id(), List.of(invented.one(SKILLS), invented.one(SKILLS)));
            profiles.setCategories(actor, one.id(), List.of(invented.one(CATEGORIES), invented.one(CATEGORIES)));
        }
        VolunteerView me = volunteers.get(Cast.VOLUNTEER.ordinal());
        Actor actor = actors.of(me);
        profiles.setSkills(actor, me.id(), List.of("09", "19", "23"));
        profiles.setBackground(actor, me.id(), "20", null, null);
    }

    /** Certificates: one waits for the team or the street, one was confirmed, one was given back. */
    void qualify(List<VolunteerView> volunteers) {
        LocalDate until = LocalDate.now(clock).plusYears(2);
        state(volunteers.get(Cast.VOLUNTEER.ordinal()), "first-aid", "红十字会急救员证 YW-2026-0101", until);
        VolunteerView liaison = volunteers.get(Cast.LIAISON.ordinal());
        state(liaison, "care-worker", "养老护理员（中级）YW-2025-0202", until);
        VolunteerView guardian = volunteers.get(Cast.GUARDIAN.ordinal());
        state(guardian, "driver", "C1", null);
        Actor street = actors.of(Cast.STREET);
        qualifications
                .list(actors.of(liaison), liaison.id())
                .forEach(q -> qualificationReview.confirm(street, liaison.id(), q.id(), "已看原件"));
        qualifications
                .list(actors.of(guardian), guardian.id())
                .forEach(q -> qualificationReview.giveBack(street, guardian.id(), q.id(), "请写明驾驶证号后四位和有效期。"));
    }

    private void state(VolunteerView one, String code, String evidence, @Nullable LocalDate until) {
        qualifications.state(actors.of(one), one.id(), code, evidence, until);
    }

    /** Staff look at somebody's data in full, and the audit trail says so. */
    void look(List<VolunteerView> volunteers, Instant at) {
        clock.set(at);
        register.unmask(
                actors.of(Cast.STREET), volunteers.get(Cast.VOLUNTEER.ordinal()).id(), "本人来电补办纸质证明，核对身份");
        register.unmask(
                actors.of(Cast.CITY), volunteers.get(Cast.GUARDIAN.ordinal()).id(), "监护关系变更申请，核对证件");
    }

    /** Those who wait, each since another moment of the last days. */
    void wait(Invented invented, Instant now, RegionCode home, RegionCode elsewhere) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        List<Paper> papers = List.of(
                new Paper(Duration.ofDays(9), "玛丽亚·桑托斯", "05", "E90000017", today.minusYears(31), home),
                new Paper(Duration.ofDays(2), "陈嘉欣", "02", "H90000028", today.minusYears(24), home),
                new Paper(Duration.ofHours(20), "林志豪", "04", "90000039", today.minusYears(45), elsewhere),
                new Paper(Duration.ofHours(5), "邓建军", "06", "军字第9000004号", today.minusYears(38), home));
        for (Paper one : papers) {
            clock.set(now.minus(one.ago));
            registration.open(
                    invented.mobile(FIRST_NUMBER + papers.indexOf(one)),
                    null,
                    new Registrant(
                            one.name, one.type, one.number, one.born, "2", one.home, null, new Consent(true, true)));
        }
        clock.set(now.minus(Duration.ofHours(15)));
        registration.open(
                invented.mobile(FIRST_NUMBER + 10),
                null,
                new Registrant(
                        "徐一诺",
                        "01",
                        invented.idNumber(invented.birth(today, 15, 16)),
                        null,
                        null,
                        home,
                        new Registrant.Guardian("徐海波", invented.mobile(FIRST_NUMBER + 11)),
                        new Consent(true, true)));
        clock.set(now.minus(Duration.ofHours(8)));
        registration.registerFor(
                actors.of(Cast.COMMUNITY),
                invented.mobile(FIRST_NUMBER + 12),
                Registrant.adult("吴桂英", invented.idNumber(invented.birth(today, 66, 70)), home));
    }

    private record Paper(Duration ago, String name, String type, String number, LocalDate born, RegionCode home) {}
}
