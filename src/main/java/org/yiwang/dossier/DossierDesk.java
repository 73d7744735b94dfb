package org.yiwang.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.dossier.StandingStore.NewEntry;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What waits for those who record: applications to decide, objections to answer; and how an entry is corrected or
 * declared void. Needs {@code DOSSIER_RECORD} over who recorded it; nobody does so in their own matter; the volunteer is
 * told with the reason.
 */
@Component
public class DossierDesk {

    private static final int LIST_SIZE = 200;

    private final StandingStore standings;
    private final EntryStore entries;
    private final EntryKeeper keeper;
    private final Volunteers volunteers;
    private final Codes codes;
    private final Rules rules;
    private final AuditTrail audit;

    DossierDesk(
            StandingStore standings,
            EntryStore entries,
            EntryKeeper keeper,
            Volunteers volunteers,
            Codes codes,
            Rules rules,
            AuditTrail audit) {
        this.standings = standings;
        this.entries = entries;
        this.keeper = keeper;
        this.volunteers = volunteers;
        this.codes = codes;
        this.rules = rules;
        this.audit = audit;
    }

    /** Applications and objections within reach, the one due first first; the look at the names is noted. */
    @Transactional
    public List<DossierEntry> waiting(Actor actor) {
        List<Standing> found = standings.waiting(actor.reach(Permission.DOSSIER_RECORD), LIST_SIZE);
        Map<Long, VolunteerView> people = volunteers.getAll(
                found.stream().map(Standing::volunteerId).distinct().toList());
        audit.lookAtList(actor, "dossier waiting", people.size(), null);
        List<DossierEntry> waiting = new ArrayList<>();
        for (Standing one : found) {
            VolunteerView person = people.get(one.volunteerId());
            if (person != null) {
                waiting.add(keeper.entry(one.part(), person, one.entryId()));
            }
        }
        return waiting;
    }

    /** How many of them wait. */
    public int countWaiting(Actor actor) {
        return standings.countWaiting(actor.reach(Permission.DOSSIER_RECORD));
    }

    /** One entry with what happened to it; refuses with {@code dossier.unknown} or {@code access.out-of-scope}. */
    @Transactional
    public DossierEntry get(Actor actor, long volunteerId, long entryId) {
        Standing standing = standings.lock(volunteerId, entryId).orElseThrow(() -> new Refusal(DossierProblem.UNKNOWN));
        standing.holder().require(actor);
        audit.lookAtList(actor, subject(standing), 1, standing.holder().region());
        return keeper.entry(standing.part(), volunteers.get(volunteerId), entryId);
    }

    /** Replaces a training by what it should have said. */
    @Transactional
    public long correct(Actor actor, long volunteerId, long entryId, TrainingDraft draft, String why) {
        Standing old = take(actor, volunteerId, entryId, Part.TRAINING, why);
        long id = Ids.next();
        entries.insert(volunteerId, id, draft.checked(keeper.today()));
        replace(actor, old, id, null);
        return id;
    }

    /** Replaces a commendation by what it should have said; whose award it is stays. */
    @Transactional
    public long correct(Actor actor, long volunteerId, long entryId, CommendationDraft typed, String why) {
        Standing old = take(actor, volunteerId, entryId, Part.COMMENDATION, why);
        CommendationDraft before = entries.commendation(volunteerId, entryId)
                .orElseThrow(() -> new Refusal(DossierProblem.UNKNOWN))
                .facts();
        long id = Ids.next();
        entries.insert(
                volunteerId,
                id,
                new CommendationDraft(
                                typed.name(),
                                typed.date(),
                                typed.awardingUnit(),
                                before.award(),
                                before.level(),
                                typed.documentNumber(),
                                typed.words())
                        .checked(keeper.today()));
        replace(actor, old, id, null);
        return id;
    }

    /** Replaces an evaluation, for example after an objection; possible at any time, always with a reason. */
    @Transactional
    public long correct(Actor actor, long volunteerId, long entryId, Judgement typed, String why) {
        Standing old = take(actor, volunteerId, entryId, Part.EVALUATION, why);
        Rule<EvaluationRule> rule = rules.current(EvaluationRule.KEY, EvaluationRule.class);
        Judgement judgement = typed.checked(codes, rule.value());
        Evaluation before =
                entries.evaluation(volunteerId, entryId).orElseThrow(() -> new Refusal(DossierProblem.UNKNOWN));
        long id = Ids.next();
        EntryMark mark = before.mark();
        entries.insert(
                new Evaluation(
                        new EntryMark(
                                volunteerId,
                                id,
                                Part.EVALUATION,
                                EntryState.RECORDED,
                                mark.organizationId(),
                                mark.recorder(),
                                null,
                                null,
                                keeper.now()),
                        before.activityId(),
                        before.activityTitle(),
                        before.organizationName(),
                        judgement.quality(),
                        judgement.words(),
                        before.servedOn(),
                        keeper.today()),
                rule.version());
        replace(actor, old, id, old.activityId());
        return id;
    }

    /** Declares an entry void, with a reason that the volunteer reads. */
    @Transactional
    public void declareVoid(Actor actor, long volunteerId, long entryId, String why) {
        Standing standing = lock(actor, volunteerId, entryId);
        String reason = Texts.reason("why", why);
        keeper.end(standing, EntryState.VOID, keeper.deed(actor, reason));
        told(actor, standing, "void", reason);
    }

    /** Answers an objection: the entry stays as it is, for this reason. */
    @Transactional
    public void keep(Actor actor, long volunteerId, long entryId, String why) {
        Standing standing = lock(actor, volunteerId, entryId);
        if (standing.answerBy() == null) {
            throw new Refusal(DossierProblem.NO_OBJECTION);
        }
        String reason = Texts.reason("why", why);
        standings.keep(standing, keeper.deed(actor, reason));
        told(actor, standing, "kept", reason);
    }

    private Standing lock(Actor actor, long volunteerId, long entryId) {
        Standing standing = keeper.lock(volunteerId, entryId, EntryState.RECORDED);
        standing.holder().require(actor);
        keeper.requireOther(actor, volunteerId);
        return standing;
    }

    private Standing take(Actor actor, long volunteerId, long entryId, Part part, String why) {
        Standing old = lock(actor, volunteerId, entryId);
        if (old.part() != part || old.issuer() != null) {
            throw new Refusal(DossierProblem.UNKNOWN);
        }
        String reason = Texts.reason("why", why);
        keeper.end(old, EntryState.SUPERSEDED, keeper.deed(actor, reason));
        told(actor, old, "corrected", reason);
        return old;
    }

    private void replace(Actor actor, Standing old, long id, @Nullable Long activityId) {
        standings.insert(
                new NewEntry(
                        old.volunteerId(),
                        id,
                        old.part(),
                        activityId,
                        old.holder(),
                        null,
                        old.entryId(),
                        old.shownFrom()),
                EntryState.RECORDED,
                keeper.deed(actor, null));
    }

    private void told(Actor actor, Standing standing, String what, String why) {
        String name = title(standing);
        keeper.tell(List.of(volunteers.get(standing.volunteerId())), "notice.dossier." + what, name, why);
        audit.write(
                actor,
                "dossier." + what,
                subject(standing),
                why,
                standing.holder().region());
    }

    private String title(Standing s) {
        return switch (s.part()) {
            case TRAINING ->
                entries.training(s.volunteerId(), s.entryId())
                        .map(t -> t.facts().name())
                        .orElse("");
            case COMMENDATION ->
                entries.commendation(s.volunteerId(), s.entryId())
                        .map(c -> c.facts().name())
                        .orElse("");
            case EVALUATION ->
                entries.evaluation(s.volunteerId(), s.entryId())
                        .map(Evaluation::activityTitle)
                        .orElse("");
        };
    }

    private static String subject(Standing standing) {
        return "dossier:" + Ids.text(standing.volunteerId()) + "/" + Ids.text(standing.entryId());
    }
}
