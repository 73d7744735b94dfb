package org.yiwang.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordFacts;
import org.yiwang.rules.Rule;
import org.yiwang.trust.SanctionStore.Sanction;
import org.yiwang.trust.SanctionView.State;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Sanctions for false hours (domain F17): imposed by offices on a decided case under the rule {@code trust.sanctions}, lifted early only by
 * another person, told to whom they concern with the way to object. A ban of manual entry ends with its last day and not
 * before the hours to be regained were served as credit time.
 */
@Component
public class Sanctions {

    private static final int PAGE = 30;
    private static final int MINUTES = 60;

    private final SanctionStore store;
    private final SanctionFiles files;
    private final RecordEvidence records;
    private final TrustGradeStore due;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Clock clock;

    Sanctions(
            SanctionStore store,
            SanctionFiles files,
            RecordEvidence records,
            TrustGradeStore due,
            Volunteers volunteers,
            Organizations organizations,
            AuditTrail audit,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.records = records;
        this.due = due;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Refuses with {@code trust.manual-entry-banned} if nothing may be entered by hand for the organization (or one above it)
     * or by the person of the account.
     */
    public void requireManualEntryAllowed(long organizationId, long accountId) {
        ban(organizationId, accountId).ifPresent(s -> {
            throw new Refusal(
                    TrustProblem.MANUAL_ENTRY_BANNED,
                    String.valueOf(s.endsOn()),
                    s.minutesToRegain() / MINUTES,
                    files.served(s) / MINUTES);
        });
    }

    /** Whether nothing may be entered by hand for the organization or by the person of the account. */
    public boolean banned(long organizationId, long accountId) {
        return ban(organizationId, accountId).isPresent();
    }

    private Optional<Sanction> ban(long organizationId, long accountId) {
        List<Long> ancestors = organizations
                .find(organizationId)
                .map(OrganizationView::ancestors)
                .orElse(List.of(organizationId));
        return store.bans(ancestors, accountId).stream()
                .filter(s -> files.state(s) == State.IN_FORCE)
                .findFirst();
    }

    /** The kinds that can be imposed, by code. */
    public Map<String, Label> kinds() {
        Map<String, Label> kinds = new LinkedHashMap<>();
        files.rule().value().kinds().forEach(k -> kinds.put(k.code(), new Label(k.zh(), k.en())));
        return kinds;
    }

    /**
     * The case that a sanction is to rest on, with the records that its decision declared void or replaced. Refuses with
     * {@code trust.case-unknown}, {@code trust.case-undecided}, {@code trust.case-kept}.
     */
    @Transactional(readOnly = true)
    public Basis basis(Actor actor, long caseId) {
        DecidedCases.Decided decided = files.basis(actor, caseId);
        return new Basis(decided, files.changed(decided));
    }

    /**
     * What a sanction rests on.
     *
     * @param decided the case
     * @param records those that its decision declared void or replaced
     */
    public record Basis(DecidedCases.Decided decided, List<RecordFacts> records) {}

    /**
     * Imposes a sanction; needs {@code SANCTION} where the person lives or the organization has its seat. It rests on a case
     * that an office has decided and in which it found false hours: refuses as {@link #basis}, and with {@code
     * trust.case-other} an organization that neither made the records of the case nor stands above one that did, and a person
     * whose records it is not about and who made none of them. Refuses with {@code trust.own-case}, {@code trust.already-imposed}, {@code trust.reason-needed},
     * {@code trust.subject-unknown}.
     *
     * @param kind code of the rule
     * @param reason what was found; the subject reads it
     * @param caseId the decided case that it rests on
     * @return its id
     */
    @Transactional
    public long impose(Actor actor, Subject subject, String kind, String reason, long caseId) {
        Rule<SanctionRule> rule = files.rule();
        SanctionRule.Kind what =
                rule.value().find(kind).orElseThrow(() -> new Refusal(TrustProblem.SANCTION_UNKNOWN).at("kind"));
        if (reason.isBlank()) {
            throw new Refusal(TrustProblem.REASON_NEEDED).at("reason");
        }
        LocalDate today = LocalDate.now(clock);
        Concerned concerned = concerned(actor, subject);
        requireAbout(subject, concerned, files.basis(actor, caseId));
        if (store.isImposed(subject, what.code(), today)) {
            throw new Refusal(TrustProblem.ALREADY_IMPOSED);
        }
        Sanction sanction = new Sanction(
                Ids.next(),
                subject,
                concerned.accountId(),
                concerned.region(),
                what.code(),
                what.bansManualEntry(),
                reason.strip(),
                caseId,
                null,
                what.months() == 0 ? null : today.plusMonths(what.months()),
                what.hoursToRegain() * MINUTES,
                rule.version(),
                actor.accountId(),
                today,
                null,
                null);
        store.insert(sanction, clock.instant());
        gradeAnew(sanction);
        audit.write(actor, "trust.sanction", subject(sanction), reason.strip(), sanction.region());
        notifications.tell(
                concerned.tell(),
                new Notice("notice.trust.sanction", List.of(concerned.name(), reason.strip()), "/me/sanctions", true));
        return sanction.id();
    }

    /**
     * Lifts a sanction before its end. Refuses with {@code trust.another-person} whoever imposed it and whom it concerns,
     * {@code trust.sanction-over}, {@code trust.reason-needed}.
     */
    @Transactional
    public void lift(Actor actor, long sanctionId, String reason) {
        Sanction sanction = store.lock(sanctionId)
                .filter(s -> actor.reach(Permission.SANCTION).covers(s.region()))
                .orElseThrow(() -> new Refusal(TrustProblem.SANCTION_UNKNOWN));
        if (files.state(sanction) != State.IN_FORCE) {
            throw new Refusal(TrustProblem.SANCTION_OVER);
        }
        if (sanction.imposedBy() == actor.accountId()) {
            throw new Refusal(TrustProblem.ANOTHER_PERSON);
        }
        if (reason.isBlank()) {
            throw new Refusal(TrustProblem.REASON_NEEDED).at("reason");
        }
        Concerned concerned = concerned(actor, sanction.subject());
        store.lift(sanctionId, actor.accountId(), reason.strip(), clock.instant());
        gradeAnew(sanction);
        audit.write(actor, "trust.lift", subject(sanction), reason.strip(), sanction.region());
        notifications.tell(
                concerned.tell(),
                new Notice("notice.trust.lifted", List.of(concerned.name(), reason.strip()), "/me/sanctions", false));
    }

    /** Sanctions of the regions within reach, the latest first. */
    @Transactional(readOnly = true)
    public Slice<SanctionView> list(Actor actor, int page) {
        int from = (Slice.page(page) - 1) * PAGE;
        List<Sanction> rows = store.within(actor.reach(Permission.SANCTION), PAGE + 1, from);
        return Slice.cut(files.views(rows), Slice.page(page), PAGE);
    }

    /** A sanction with what it rests on; refuses with {@code trust.sanction-unknown} outside of reach. */
    @Transactional(readOnly = true)
    public File get(Actor actor, long sanctionId) {
        Sanction sanction = store.find(sanctionId)
                .filter(s -> actor.reach(Permission.SANCTION).covers(s.region()))
                .orElseThrow(() -> new Refusal(TrustProblem.SANCTION_UNKNOWN));
        SanctionView view = files.views(List.of(sanction)).getFirst();
        return new File(view, view.basis() == null ? List.of() : files.changed(view.basis()));
    }

    /**
     * A sanction with what it rests on.
     *
     * @param view the sanction
     * @param records those that the decision of its case declared void or replaced
     */
    public record File(SanctionView view, List<RecordFacts> records) {}

    /**
     * The sanctions in force today against an organization, or one above it, and against people: for those who decide about
     * what the one enters for the others. The caller has checked the actor's scope; organizers are not shown those of people.
     */
    @Transactional(readOnly = true)
    public List<Mark> marksOf(long organizationId, Collection<Long> volunteerIds) {
        List<Long> above = organizations
                .find(organizationId)
                .map(OrganizationView::ancestors)
                .orElse(List.of(organizationId));
        return store.marks(volunteerIds, above).stream()
                .filter(s -> files.state(s) == State.IN_FORCE)
                .map(s -> new Mark(s.subject(), files.kind(s), s.imposedOn(), s.endsOn()))
                .toList();
    }

    /** The sanctions in force today against people, for modules above that have checked who asks. */
    @Transactional(readOnly = true)
    public List<Mark> marksOf(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? List.of()
                : store.marks(volunteerIds, List.of()).stream()
                        .filter(s -> files.state(s) == State.IN_FORCE)
                        .map(s -> new Mark(s.subject(), files.kind(s), s.imposedOn(), s.endsOn()))
                        .toList();
    }

    /**
     * A sanction in force, as those see it who decide about other things.
     *
     * @param subject against whom
     * @param kind its name
     * @param since the first day
     * @param until the first day without it, unless hours are still to be regained
     */
    public record Mark(
            Subject subject,
            Label kind,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Those against the person, those for whom the person may act, and the teams that the person leads. */
    @Transactional(readOnly = true)
    public List<SanctionView> mine(Actor actor) {
        return files.views(store.against(
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList(),
                actor.reach(Permission.ORGANIZATION_MANAGE).organizations()));
    }

    private void requireAbout(Subject subject, Concerned concerned, DecidedCases.Decided basis) {
        boolean about = switch (subject.kind()) {
            case ORGANIZATION -> basis.organizations().contains(subject.id());
            case VOLUNTEER ->
                Objects.equals(basis.volunteerId(), subject.id())
                        || concerned.accountId() != null && files.makers(basis).contains(concerned.accountId());
        };
        if (!about) {
            throw new Refusal(TrustProblem.CASE_OTHER).at("case");
        }
    }

    /** It is a fact about every record of the days on which it is in force. */
    private void gradeAnew(Sanction s) {
        due.addDueActivities(
                s.subject().kind() == SanctionView.Kind.VOLUNTEER
                        ? records.activitiesOfPerson(s.subject().id(), s.imposedOn())
                        : records.activitiesUnder(s.subject().id(), s.imposedOn()));
    }

    private Concerned concerned(Actor actor, Subject subject) {
        return switch (subject.kind()) {
            case VOLUNTEER -> {
                VolunteerView person = volunteers.get(subject.id());
                actor.require(Permission.SANCTION, person.residence());
                if (person.concerns(actor.accountId())) {
                    throw new Refusal(TrustProblem.OWN_CASE);
                }
                yield new Concerned(
                        person.name(), person.residence(), person.accountId(), List.of(person.contactAccountId()));
            }
            case ORGANIZATION -> {
                OrganizationView body = organizations.get(subject.id());
                actor.require(Permission.SANCTION, body.region());
                if (actor.reach(Permission.RECORD_ATTEST).organizations().stream()
                        .anyMatch(body.ancestors()::contains)) {
                    throw new Refusal(TrustProblem.OWN_CASE);
                }
                yield new Concerned(body.name(), body.region(), null, organizations.leaders(body.id()));
            }
        };
    }

    /** Whom a sanction concerns: name, place, account, and whom to tell. */
    private record Concerned(
            String name, RegionCode region, @Nullable Long accountId, List<Long> tell) {}

    private static String subject(Sanction sanction) {
        return sanction.subject().kind().name().toLowerCase(java.util.Locale.ROOT) + ":"
                + Ids.text(sanction.subject().id());
    }
}
