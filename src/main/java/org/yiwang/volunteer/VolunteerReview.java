package org.yiwang.volunteer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.notification.Sms;
import org.yiwang.platform.Vault;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView.State;

/** The queue of what no machine can decide: other documents, appeals about taken documents, disowned registrations. */
@Component
public class VolunteerReview {

    private static final int PAGE = 20;

    private final VolunteerStore store;
    private final CaseStore cases;
    private final States states;
    private final PictureStore pictures;
    private final Rules rules;
    private final Ownership ownership;
    private final PresentOwner owner;
    private final Grants grants;
    private final Notifications notifications;
    private final Sms sms;
    private final AuditTrail audit;
    private final Regions regions;
    private final Vault vault;
    private final Clock clock;

    VolunteerReview(
            VolunteerStore store,
            CaseStore cases,
            States states,
            PictureStore pictures,
            Rules rules,
            Ownership ownership,
            PresentOwner owner,
            Grants grants,
            Notifications notifications,
            Sms sms,
            AuditTrail audit,
            Regions regions,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.states = states;
        this.pictures = pictures;
        this.rules = rules;
        this.ownership = ownership;
        this.owner = owner;
        this.grants = grants;
        this.notifications = notifications;
        this.sms = sms;
        this.audit = audit;
        this.regions = regions;
        this.vault = vault;
        this.clock = clock;
    }

    /** Open cases within reach of the actor, the most urgent first. */
    @Transactional(readOnly = true)
    public Slice<ReviewView> list(Actor staff, int page) {
        List<CaseStore.Case> rows = cases.queue(staff.reach(Permission.VOLUNTEER_REVIEW), PAGE + 1, (page - 1) * PAGE);
        return Slice.cut(rows, page, PAGE).map(this::view);
    }

    /** A case; refuses with {@code volunteer.review-unknown} or {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public ReviewView get(Actor staff, long volunteerId, long caseId) {
        CaseStore.Case it =
                cases.find(volunteerId, caseId).orElseThrow(() -> new Refusal(VolunteerProblem.REVIEW_UNKNOWN));
        staff.require(Permission.VOLUNTEER_REVIEW, it.residence());
        return view(it);
    }

    /**
     * The document is what it says: the registration is valid. Or the appeal is right: the registration goes to who
     * appealed, and the present owner is told. Refuses with {@code volunteer.appeal-waits} until the owner has had the time
     * to object (rule {@code volunteer.appeal}), and with {@code volunteer.own-case} who asks for it.
     */
    @Transactional
    public void approve(Actor staff, long volunteerId, long caseId, String reason) {
        CaseStore.Case it = decide(staff, volunteerId, caseId, true, reason);
        VolunteerView view = store.lock(volunteerId).orElseThrow();
        switch (it.kind()) {
            case DOCUMENT -> {
                if (view.state() == State.UNDER_REVIEW) {
                    store.documentChecked(view.id());
                    states.confirm(view, "document-approved", staff.accountId());
                    deletePicturesSoon(view);
                    tell(view, "notice.volunteer.approved", reason);
                }
            }
            case APPEAL -> {
                if (view.accountId() != null && !grants.of(view.accountId()).isEmpty()) {
                    throw new Refusal(VolunteerProblem.HOLDS_ROLES);
                }
                requireTimeToObject(it, view);
                if (it.mobile() != null) {
                    owner.tell(view, "appeal-granted");
                    ownership.toMobile(staff, view, it.mobile());
                    sms.send(it.mobile(), "sms.volunteer.appeal-approved", List.of(view.maskedName()));
                }
            }
            case DISOWNED -> {
                // Void already; the decision closes the case.
            }
        }
    }

    /** The document is not what it says: the registration is void. Or the appeal is turned down. A reason is due. */
    @Transactional
    public void refuse(Actor staff, long volunteerId, long caseId, String reason) {
        CaseStore.Case it = decide(staff, volunteerId, caseId, false, reason);
        VolunteerView view = store.lock(volunteerId).orElseThrow();
        switch (it.kind()) {
            case DOCUMENT -> {
                if (view.state() == State.UNDER_REVIEW) {
                    tell(view, "notice.volunteer.refused", reason);
                    states.makeVoid(view, "document-refused", reason, staff.accountId());
                    deletePicturesSoon(view);
                }
            }
            case APPEAL -> {
                if (it.mobile() != null) {
                    sms.send(it.mobile(), "sms.volunteer.appeal-refused", List.of(view.maskedName(), reason));
                }
            }
            case DISOWNED -> {
                // Void already; the decision closes the case.
            }
        }
    }

    private CaseStore.Case decide(Actor staff, long volunteerId, long caseId, boolean approved, String reason) {
        CaseStore.Case it =
                cases.lock(volunteerId, caseId).orElseThrow(() -> new Refusal(VolunteerProblem.REVIEW_UNKNOWN));
        staff.require(Permission.VOLUNTEER_REVIEW, it.residence());
        owner.requireNotOwn(staff, it);
        if (it.decidedAt() != null) {
            throw new Refusal(VolunteerProblem.REVIEW_DECIDED);
        }
        if (reason.isBlank()) {
            throw new Refusal(VolunteerProblem.REASON_NEEDED).at("reason");
        }
        cases.decide(it, approved, reason.strip(), staff.accountId());
        audit.write(
                staff,
                approved ? "volunteer.approve" : "volunteer.refuse",
                "volunteer:" + Ids.text(volunteerId),
                it.kind() + ": " + reason.strip());
        return it;
    }

    private void requireTimeToObject(CaseStore.Case it, VolunteerView view) {
        int hours = rules.current(Objection.KEY, Objection.class).value().waitHours();
        Instant from = it.openedAt().plus(Duration.ofHours(hours));
        if (owner.canObject(view) && clock.instant().isBefore(from)) {
            throw new Refusal(VolunteerProblem.APPEAL_WAITS, hours);
        }
    }

    /**
     * How long the present owner may object to an appeal.
     *
     * @param waitHours hours since the owner was told
     */
    record Objection(int waitHours) {

        static final String KEY = "volunteer.appeal";
    }

    /** Kept for some days more, should the decision be contested. */
    private void deletePicturesSoon(VolunteerView view) {
        int days = rules.current(PictureRule.KEY, PictureRule.class).value().keepDays();
        pictures.deleteDocumentsOn(view.id(), LocalDate.now(clock).plusDays(days));
    }

    private void tell(VolunteerView view, String key, String reason) {
        notifications.tell(
                view.contactAccountId(), new Notice(key, List.of(view.maskedName(), reason), "/me/card", true));
    }

    private ReviewView view(CaseStore.Case it) {
        VolunteerView volunteer = store.find(it.volunteerId()).orElseThrow();
        VolunteerStore.Details details = store.details(it.volunteerId());
        return new ReviewView(
                it.id(),
                volunteer,
                ReviewView.Kind.valueOf(it.kind().name()),
                details.documentType(),
                IdentityDocument.masked(vault.open(details.documentSealed())),
                it.statement(),
                it.mobile() == null ? null : Mobile.masked(it.mobile()),
                regions.find(volunteer.residence())
                        .map(RegionView::fullName)
                        .orElse(volunteer.residence().value()),
                it.openedAt(),
                it.dueOn(),
                it.decidedAt() == null && it.dueOn().isBefore(LocalDate.now(clock)),
                it.approved(),
                it.reason(),
                pictures.sides(it.volunteerId()).size());
    }
}
