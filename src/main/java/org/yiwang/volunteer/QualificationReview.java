package org.yiwang.volunteer;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.QualificationView.State;

/**
 * Confirming what volunteers state to be qualified for: an office of the area where the person lives, or an
 * administrator of a team that the person belongs to, after having seen the certificate. Nobody decides about
 * themselves or their ward.
 */
@Component
public class QualificationReview {

    private static final int PAGE = 20;
    private static final int REASON = 500;

    private final QualificationStore store;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Regions regions;
    private final Residences residences;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    QualificationReview(
            QualificationStore store,
            Volunteers volunteers,
            Organizations organizations,
            Regions regions,
            Residences residences,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.regions = regions;
        this.residences = residences;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A statement before who decides.
     *
     * @param qualification the statement
     * @param volunteer whose it is
     * @param residence where the person lives, in full
     * @param own whether the reader may not decide because it is about the reader or the reader's ward
     */
    public record Case(QualificationView qualification, VolunteerView volunteer, String residence, boolean own) {}

    /** Open statements of those who live in the actor's regions or belong to the actor's teams, the oldest first. */
    @Transactional(readOnly = true)
    public Slice<Case> queue(Actor staff, int page) {
        Reach reach = staff.reach(Permission.QUALIFICATION_CONFIRM);
        List<QualificationView> rows =
                store.queue(reach, regions.city().code(), members(reach), PAGE + 1, (page - 1) * PAGE);
        var people = volunteers.getAll(
                rows.stream().map(QualificationView::volunteerId).toList());
        return Slice.cut(rows, page, PAGE).map(row -> {
            VolunteerView person = people.get(row.volunteerId());
            return view(staff, row, person == null ? volunteers.get(row.volunteerId()) : person);
        });
    }

    /** How many of them wait. */
    @Transactional(readOnly = true)
    public int countWaiting(Actor staff) {
        Reach reach = staff.reach(Permission.QUALIFICATION_CONFIRM);
        return store.countQueue(reach, regions.city().code(), members(reach));
    }

    private Set<Long> members(Reach reach) {
        return reach.organizations().isEmpty() ? Set.of() : organizations.membersWithin(reach, store.waitingAccounts());
    }

    /**
     * A statement with its evidence; the look at it is noted. Refuses with {@code volunteer.qualification-unknown} or
     * {@code access.out-of-scope}.
     */
    @Transactional
    public Case get(Actor staff, long volunteerId, long id) {
        QualificationView it = store.find(volunteerId, id)
                .filter(q -> q.state() != State.WITHDRAWN)
                .orElseThrow(() -> new Refusal(VolunteerProblem.QUALIFICATION_UNKNOWN));
        VolunteerView person = within(staff, volunteerId);
        audit.look(
                staff,
                "volunteer:" + Ids.text(volunteerId),
                "deciding on the qualification " + it.code(),
                residences.answering(person.residence()));
        return view(staff, it, person);
    }

    /** The certificate was seen and is what it says. */
    @Transactional
    public void confirm(Actor staff, long volunteerId, long id, @Nullable String note) {
        decide(staff, volunteerId, id, State.CONFIRMED, note == null ? "" : note.strip());
    }

    /** It is not accepted; a reason is due, and the person may state it again. */
    @Transactional
    public void giveBack(Actor staff, long volunteerId, long id, String reason) {
        String why = reason.strip();
        if (why.codePointCount(0, why.length()) < 2) {
            throw new Refusal(VolunteerProblem.REASON_NEEDED).at("reason");
        }
        decide(staff, volunteerId, id, State.RETURNED, why);
    }

    private void decide(Actor staff, long volunteerId, long id, State to, String why) {
        QualificationView it = store.lock(volunteerId, id)
                .filter(q -> q.state() != State.WITHDRAWN)
                .orElseThrow(() -> new Refusal(VolunteerProblem.QUALIFICATION_UNKNOWN));
        VolunteerView person = within(staff, volunteerId);
        if (person.concerns(staff.accountId())) {
            throw new Refusal(VolunteerProblem.OWN_CASE);
        }
        String reason =
                why.substring(0, why.offsetByCodePoints(0, Math.min(REASON, why.codePointCount(0, why.length()))));
        if (!store.decide(it, to, reason.isEmpty() ? null : reason, staff.accountId(), clock.instant())) {
            throw new Refusal(VolunteerProblem.REVIEW_DECIDED);
        }
        boolean confirmed = to == State.CONFIRMED;
        audit.write(
                staff,
                confirmed ? "volunteer.qualification-confirm" : "volunteer.qualification-return",
                "volunteer:" + Ids.text(volunteerId),
                reason.isEmpty() ? it.code() : it.code() + ": " + reason,
                residences.answering(person.residence()));
        notifications.tell(
                person.contactAccountId(),
                new Notice(
                        confirmed
                                ? "notice.volunteer.qualification-confirmed"
                                : "notice.volunteer.qualification-returned",
                        List.of(person.maskedName(), it.name().zh(), reason),
                        "/me/profile/qualifications?of=" + Ids.text(volunteerId),
                        false));
    }

    private VolunteerView within(Actor staff, long volunteerId) {
        VolunteerView person = volunteers.get(volunteerId);
        Reach reach = staff.reach(Permission.QUALIFICATION_CONFIRM);
        if (!reach.covers(residences.answering(person.residence())) && !isOfTheirTeam(reach, person)) {
            throw new Refusal(AccessProblem.OUT_OF_SCOPE);
        }
        return person;
    }

    private boolean isOfTheirTeam(Reach reach, VolunteerView person) {
        boolean reachable = person.accountId() != null || person.guardianAccountId() != null;
        return reachable
                && !reach.organizations().isEmpty()
                && !organizations
                        .membersWithin(reach, List.of(person.contactAccountId()))
                        .isEmpty();
    }

    private Case view(Actor staff, QualificationView it, VolunteerView person) {
        return new Case(
                it,
                person,
                regions.find(person.residence())
                        .map(RegionView::fullName)
                        .orElse(person.residence().value()),
                person.concerns(staff.accountId()));
    }
}
