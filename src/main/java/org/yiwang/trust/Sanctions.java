package org.yiwang.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.trust.SanctionStore.Sanction;
import org.yiwang.trust.SanctionView.State;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Sanctions for false hours (domain F17): imposed by offices under the rule {@code trust.sanctions}, lifted early only by
 * another person, told to whom they concern with the way to object. A ban of manual entry ends with its last day and not
 * before the hours to be regained were served as credit time.
 */
@Component
public class Sanctions {

    private static final int PAGE = 30;
    private static final int MINUTES = 60;

    private final SanctionStore store;
    private final RecordEvidence records;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Rules rules;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Clock clock;

    Sanctions(
            SanctionStore store,
            RecordEvidence records,
            Volunteers volunteers,
            Organizations organizations,
            Rules rules,
            AuditTrail audit,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.rules = rules;
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
                    served(s) / MINUTES);
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
                .filter(s -> state(s) == State.IN_FORCE)
                .findFirst();
    }

    /** The kinds that can be imposed, by code. */
    public Map<String, Label> kinds() {
        Map<String, Label> kinds = new LinkedHashMap<>();
        rule().value().kinds().forEach(k -> kinds.put(k.code(), new Label(k.zh(), k.en())));
        return kinds;
    }

    /**
     * Imposes a sanction; needs {@code SANCTION} where the person lives or the organization has its seat. Refuses with {@code
     * trust.own-case}, {@code trust.already-imposed}, {@code trust.reason-needed}, {@code trust.subject-unknown}.
     *
     * @param kind code of the rule
     * @param reason what was found; the subject reads it
     * @param caseNumber the case or file that it rests on, null if none
     * @return its id
     */
    @Transactional
    public long impose(Actor actor, Subject subject, String kind, String reason, @Nullable String caseNumber) {
        Rule<SanctionRule> rule = rule();
        SanctionRule.Kind what =
                rule.value().find(kind).orElseThrow(() -> new Refusal(TrustProblem.SANCTION_UNKNOWN).at("kind"));
        if (reason.isBlank()) {
            throw new Refusal(TrustProblem.REASON_NEEDED).at("reason");
        }
        LocalDate today = LocalDate.now(clock);
        Concerned concerned = concerned(actor, subject);
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
                caseNumber == null || caseNumber.isBlank() ? null : caseNumber.strip(),
                what.months() == 0 ? null : today.plusMonths(what.months()),
                what.hoursToRegain() * MINUTES,
                rule.version(),
                actor.accountId(),
                today,
                null,
                null);
        store.insert(sanction, clock.instant());
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
        if (state(sanction) != State.IN_FORCE) {
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
        audit.write(actor, "trust.lift", subject(sanction), reason.strip(), sanction.region());
        notifications.tell(
                concerned.tell(),
                new Notice("notice.trust.lifted", List.of(concerned.name(), reason.strip()), "/me/sanctions", false));
    }

    /** Sanctions of the regions within reach, the latest first. */
    @Transactional(readOnly = true)
    public Slice<SanctionView> list(Actor actor, int page) {
        int from = (Math.max(1, page) - 1) * PAGE;
        List<Sanction> rows = store.within(actor.reach(Permission.SANCTION), PAGE + 1, from);
        return Slice.cut(views(rows), Math.max(1, page), PAGE);
    }

    /** Those against the person, those for whom the person may act, and the teams that the person leads. */
    @Transactional(readOnly = true)
    public List<SanctionView> mine(Actor actor) {
        return views(store.against(
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList(),
                actor.reach(Permission.ORGANIZATION_MANAGE).organizations()));
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

    private List<SanctionView> views(List<Sanction> rows) {
        Map<Long, VolunteerView> people = volunteers.getAll(rows.stream()
                .filter(s -> s.subject().kind() == SanctionView.Kind.VOLUNTEER)
                .map(s -> s.subject().id())
                .toList());
        return rows.stream().map(s -> view(s, people)).toList();
    }

    private SanctionView view(Sanction s, Map<Long, VolunteerView> people) {
        VolunteerView person = people.get(s.subject().id());
        String name = person != null
                ? person.name() + " " + person.number()
                : organizations
                        .find(s.subject().id())
                        .map(OrganizationView::name)
                        .orElse("");
        Label kind = rules.on(s.imposedOn(), SanctionRule.KEY, SanctionRule.class)
                .value()
                .find(s.kind())
                .map(k -> new Label(k.zh(), k.en()))
                .orElse(new Label(s.kind(), s.kind()));
        return new SanctionView(
                s.id(),
                s.subject(),
                name,
                kind,
                s.bansManualEntry(),
                s.reason(),
                s.caseNumber(),
                s.imposedOn(),
                s.endsOn(),
                s.minutesToRegain(),
                s.minutesToRegain() == 0 ? 0 : served(s),
                state(s),
                s.liftedAt(),
                s.liftReason());
    }

    private State state(Sanction s) {
        if (s.liftedAt() != null) {
            return State.LIFTED;
        }
        LocalDate end = s.endsOn();
        if (end == null || LocalDate.now(clock).isBefore(end)) {
            return end == null ? State.OVER : State.IN_FORCE;
        }
        return s.minutesToRegain() > 0 && served(s) < s.minutesToRegain() ? State.IN_FORCE : State.OVER;
    }

    private long served(Sanction s) {
        return s.subject().kind() == SanctionView.Kind.VOLUNTEER
                ? records.creditMinutesOf(s.subject().id(), s.imposedOn())
                : records.creditMinutesFor(s.subject().id(), s.imposedOn());
    }

    private Rule<SanctionRule> rule() {
        return rules.current(SanctionRule.KEY, SanctionRule.class);
    }

    private static String subject(Sanction sanction) {
        return sanction.subject().kind().name().toLowerCase(java.util.Locale.ROOT) + ":"
                + Ids.text(sanction.subject().id());
    }
}
