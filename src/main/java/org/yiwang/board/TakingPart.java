package org.yiwang.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.SharedReads;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Who takes part in boards: nobody who has not agreed (PIPL art. 25), minors by their guardian (art. 31), until they say
 * otherwise. What somebody has is on the boards when the answer comes, and off them then or as soon as
 * nobody else writes boards.
 */
@Component
public class TakingPart {

    /** As long as a session is kept: for whom somebody acts hardly ever changes. Whether they take part is never kept. */
    private static final Duration KEEP = Duration.ofSeconds(10);

    private static final int BATCH = 256;

    private final Volunteers volunteers;
    private final BoardMemberStore members;
    private final BoardProjector projector;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Rules rules;
    private final Clock clock;
    private final Cache<Long, Bucket> changes = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final SharedReads<Long, List<VolunteerView>> reads;
    private final Cache<Long, List<VolunteerView>> held =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(KEEP).build();

    TakingPart(
            Volunteers volunteers,
            BoardMemberStore members,
            BoardProjector projector,
            AuditTrail audit,
            TransactionTemplate transaction,
            Rules rules,
            Clock clock) {
        this.volunteers = volunteers;
        this.reads = new SharedReads<>(BATCH, volunteers::actingFor);
        this.members = members;
        this.projector = projector;
        this.audit = audit;
        this.transaction = transaction;
        this.rules = rules;
        this.clock = clock;
    }

    /** The person and the wards, with whether each takes part. */
    public List<Person> list(Actor actor) {
        List<VolunteerView> people = valid(volunteers.actingFor(actor));
        Map<Long, Member> taking = members
                .of(people.stream().map(VolunteerView::id).toList())
                .stream()
                .collect(Collectors.toMap(Member::volunteerId, Function.identity()));
        return people.stream()
                .map(person -> {
                    Member member = taking.get(person.id());
                    return new Person(person, member == null ? null : member.since(), mayAgree(actor, person));
                })
                .toList();
    }

    /**
     * Takes part from now on; twice changes nothing. Refuses with {@code volunteer.not-yours}, {@code volunteer.not-valid}
     * and, for a minor who is not the actor's ward, {@code board.guardian-agrees}; more often than an account may in an hour {@code
     * board.too-often}, and while others write much {@code board.busy}.
     */
    public void join(Actor actor, long volunteerId) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        if (!mayAgree(actor, person)) {
            throw new Refusal(BoardProblem.GUARDIAN_AGREES);
        }
        Member member =
                new Member(volunteerId, clock.instant(), actor.accountId(), isMinor(person) ? grownOn(person) : null);
        requireSeldom(actor);
        try {
            transaction.executeWithoutResult(_ -> insert(actor, member));
        } catch (CannotAcquireLockException _) {
            throw new Refusal(BoardProblem.BUSY);
        }
    }

    private void insert(Actor actor, Member member) {
        members.waitShortly();
        projector.lock();
        members.lockForJoining();
        if (members.find(member.volunteerId()).isEmpty()) {
            members.insert(member);
            projector.project(List.of(member.volunteerId()));
            audit.write(actor, "board.join", "volunteer:" + Ids.text(member.volunteerId()), null);
        }
    }

    /** Joining holds up others for a moment: not in a loop. Leaving is never refused. */
    private void requireSeldom(Actor actor) {
        int most = rules.current(BoardRule.KEY, BoardRule.class).value().joinsPerHour();
        Bucket bucket = changes.get(
                actor.accountId(),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofHours(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw new Refusal(BoardProblem.TOO_OFTEN);
        }
    }

    /**
     * Takes part no more, and nothing of it stays: a minor may say so as well as the guardian. Waits for nobody: while somebody
     * else writes boards, it is noted and the projector does it next. Refuses with {@code volunteer.not-yours}.
     */
    public void leave(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        transaction.executeWithoutResult(_ -> {
            boolean nobodyWrites = projector.tryLock();
            if (members.delete(volunteerId)) {
                if (nobodyWrites) {
                    projector.project(List.of(volunteerId));
                } else {
                    members.noteGone(volunteerId);
                }
                audit.write(actor, "board.leave", "volunteer:" + Ids.text(volunteerId), null);
            }
        });
    }

    /** The person and the wards, as they were at most ten seconds ago, for looking at boards. */
    List<VolunteerView> people(Actor actor) {
        List<VolunteerView> people = held.getIfPresent(actor.accountId());
        if (people == null) {
            people = valid(reads.ask(actor.accountId()));
            held.put(actor.accountId(), people);
        }
        return people;
    }

    private static List<VolunteerView> valid(List<VolunteerView> people) {
        return people.stream()
                .filter(person -> person.state() == VolunteerView.State.VALID)
                .toList();
    }

    private boolean mayAgree(Actor actor, VolunteerView person) {
        return !isMinor(person) || Objects.equals(person.guardianAccountId(), actor.accountId());
    }

    private boolean isMinor(VolunteerView person) {
        return LocalDate.now(clock).isBefore(grownOn(person));
    }

    private LocalDate grownOn(VolunteerView person) {
        return volunteers.comesOfAge(person);
    }

    /**
     * Somebody for whom the actor acts.
     *
     * @param volunteer who
     * @param since since when the person takes part, null if not
     * @param mayAgree whether the actor's word is enough for taking part
     */
    public record Person(VolunteerView volunteer, @Nullable Instant since, boolean mayAgree) {

        /** Whether the person takes part. */
        public boolean takesPart() {
            return since != null;
        }
    }
}
