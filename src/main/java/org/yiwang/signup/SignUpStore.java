package org.yiwang.signup;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.signup.SignUpView.State;

/** SQL of sign-ups, their changes, offers and invitations. Written only under the lock of the shift. */
@Component
class SignUpStore {

    private static final String COLUMNS = """
            s.activity_id, s.signup_id, s.shift_id, s.volunteer_id, s.state, s.how, s.waiting_no, s.at, s.by_account_id,
            s.key_digest, s.ended""";

    private final JdbcClient jdbc;

    SignUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows, ended ones too, of each person for the shift beside it. */
    List<SignUp> of(Collection<Shift.Key> shifts, Collection<Long> volunteers) {
        return jdbc.sql("""
                        select %s from unnest(:activities::bigint[], :shifts::bigint[], :volunteers::bigint[])
                            as w (activity_id, shift_id, volunteer_id)
                        cross join lateral (
                            select * from signup s where s.activity_id = w.activity_id and s.shift_id = w.shift_id
                            and s.volunteer_id = w.volunteer_id offset 0) s""".formatted(COLUMNS))
                .param("activities", PlaceStore.activities(shifts))
                .param("shifts", PlaceStore.shifts(shifts))
                .param("volunteers", volunteers.stream().mapToLong(v -> v).toArray())
                .query((row, i) -> signUp(row))
                .list();
    }

    /** The live row of a person for a shift, otherwise the last one. */
    Optional<SignUp> find(Shift.Key shift, long volunteerId) {
        return jdbc.sql("""
                        select %s from signup s where s.activity_id = :activity and s.shift_id = :shift
                        and s.volunteer_id = :volunteer order by s.ended = 0 desc, s.ended desc limit 1""".formatted(COLUMNS))
                .param("activity", shift.activityId())
                .param("shift", shift.shiftId())
                .param("volunteer", volunteerId)
                .query((row, i) -> signUp(row))
                .optional();
    }

    Optional<SignUp> find(long activityId, long signUpId) {
        return jdbc.sql("select %s from signup s where s.activity_id = :activity and s.signup_id = :id"
                        .formatted(COLUMNS))
                .param("activity", activityId)
                .param("id", signUpId)
                .query((row, i) -> signUp(row))
                .optional();
    }

    /** Live rows of an activity in those states, by shift, then in the order of the list. */
    List<SignUp> live(long activityId, Collection<State> states) {
        return jdbc.sql("""
                        select %s from signup s
                        where s.activity_id = :activity and s.ended = 0 and s.state = any(:states::text[])
                        order by s.shift_id, s.waiting_no, s.signup_id""".formatted(COLUMNS))
                .param("activity", activityId)
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .query((row, i) -> signUp(row))
                .list();
    }

    /** How many wait for a decision, of the activities that have any. */
    Map<Long, Integer> countApplied(Collection<Long> activities) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select s.activity_id, count(*) from signup s
                        where s.activity_id = any(:activities::bigint[]) and s.state = 'APPLIED'
                        group by s.activity_id""")
                .param("activities", activities.stream().mapToLong(a -> a).toArray())
                .query(row -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        return counts;
    }

    /** Rows that ended because the activity was called off. */
    List<SignUp> calledOff(long activityId) {
        return jdbc.sql("select %s from signup s where s.activity_id = :activity and s.state = 'CANCELLED'"
                        .formatted(COLUMNS))
                .param("activity", activityId)
                .query((row, i) -> signUp(row))
                .list();
    }

    /** Live rows of those persons in an activity. */
    List<SignUp> live(long activityId, long[] volunteers) {
        return jdbc.sql("""
                        select %s from signup s where s.activity_id = :activity and s.ended = 0
                        and s.shift_id in (select shift_id from signup_shift where activity_id = :activity)
                        and s.volunteer_id = any(:volunteers::bigint[])""".formatted(COLUMNS))
                .param("activity", activityId)
                .param("volunteers", volunteers)
                .query((row, i) -> signUp(row))
                .list();
    }

    /** Places of those persons in those activities. */
    List<SignUp> held(Map<Long, List<Long>> volunteersByActivity) {
        return jdbc.sql("""
                        select %s from unnest(:activities::bigint[], :volunteers::bigint[]) as w (activity_id, volunteer_id)
                        join signup_shift h on h.activity_id = w.activity_id
                        cross join lateral (select * from signup s
                            where s.activity_id = h.activity_id and s.shift_id = h.shift_id
                              and s.volunteer_id = w.volunteer_id and s.ended = 0
                              and s.state in ('ACCEPTED', 'NO_SHOW') offset 0) s""".formatted(COLUMNS))
                .param(
                        "activities",
                        volunteersByActivity.entrySet().stream()
                                .flatMapToLong(e -> e.getValue().stream().mapToLong(v -> e.getKey()))
                                .toArray())
                .param(
                        "volunteers",
                        volunteersByActivity.values().stream()
                                .flatMap(List::stream)
                                .mapToLong(v -> v)
                                .toArray())
                .query((row, i) -> signUp(row))
                .list();
    }

    /** Places by shift with the moment they were given: by the first acceptance, or at once with the application. */
    List<PlaceHeld> heldSince(Map<Long, List<Long>> volunteersByActivity) {
        return jdbc.sql("""
                        select s.shift_id, s.volunteer_id, coalesce(
                                (select min(c.at) from signup_change c
                                 where c.activity_id = s.activity_id and c.signup_id = s.signup_id
                                   and c.state = 'ACCEPTED' and c.cause <> 'CAME_AFTER_ALL'),
                                s.at) as since
                        from unnest(:activities::bigint[], :volunteers::bigint[]) as w (activity_id, volunteer_id)
                        join signup_shift h on h.activity_id = w.activity_id
                        cross join lateral (select * from signup s
                            where s.activity_id = h.activity_id and s.shift_id = h.shift_id
                              and s.volunteer_id = w.volunteer_id and s.ended = 0 and s.state = 'ACCEPTED' offset 0) s""")
                .param(
                        "activities",
                        volunteersByActivity.entrySet().stream()
                                .flatMapToLong(e -> e.getValue().stream().mapToLong(v -> e.getKey()))
                                .toArray())
                .param(
                        "volunteers",
                        volunteersByActivity.values().stream()
                                .flatMap(List::stream)
                                .mapToLong(v -> v)
                                .toArray())
                .query((row, i) ->
                        new PlaceHeld(row.getLong("shift_id"), row.getLong("volunteer_id"), instant(row, "since")))
                .list();
    }

    List<SignUp> byId(Collection<Commitment> commitments) {
        return jdbc.sql("""
                        select %s from unnest(:activities::bigint[], :ids::bigint[]) as w (activity_id, signup_id)
                        cross join lateral (select * from signup s
                            where s.activity_id = w.activity_id and s.signup_id = w.signup_id offset 0) s""".formatted(COLUMNS))
                .param(
                        "activities",
                        commitments.stream()
                                .mapToLong(c -> c.shift().activityId())
                                .toArray())
                .param(
                        "ids",
                        commitments.stream().mapToLong(Commitment::signUpId).toArray())
                .query((row, i) -> signUp(row))
                .list();
    }

    /** The waiting list of a shift, or its part after a number, in its one order. */
    List<SignUp> waiting(Shift.Key shift, long after, int limit) {
        return jdbc.sql("""
                        select %s from signup s where s.activity_id = :activity and s.shift_id = :shift
                        and s.state = 'WAITING' and s.waiting_no > :after order by s.waiting_no limit :limit""".formatted(COLUMNS))
                .param("activity", shift.activityId())
                .param("shift", shift.shiftId())
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> signUp(row))
                .list();
    }

    /** Place in the waiting list, from 1, of each of these that waits. */
    Map<Long, Integer> positions(Collection<SignUp> signUps) {
        List<SignUp> those =
                signUps.stream().filter(s -> s.state() == State.WAITING).toList();
        Map<Long, Integer> positions = new HashMap<>();
        if (!those.isEmpty()) {
            jdbc.sql("""
                            select w.signup_id, (
                                select count(*) from signup s where s.activity_id = w.activity_id
                                and s.shift_id = w.shift_id and s.state = 'WAITING' and s.waiting_no <= w.waiting_no)
                            from unnest(:activities::bigint[], :shifts::bigint[], :ids::bigint[], :numbers::bigint[])
                                as w (activity_id, shift_id, signup_id, waiting_no)""")
                    .param(
                            "activities",
                            those.stream().mapToLong(SignUp::activityId).toArray())
                    .param("shifts", those.stream().mapToLong(SignUp::shiftId).toArray())
                    .param("ids", those.stream().mapToLong(SignUp::id).toArray())
                    .param("numbers", those.stream().map(SignUp::waitingNo).toArray(Long[]::new))
                    .query((row, i) -> positions.put(row.getLong(1), row.getInt(2)))
                    .list();
        }
        return positions;
    }

    void insert(List<SignUp> made) {
        if (made.isEmpty()) {
            return;
        }
        List<Shift.Key> keys = made.stream().map(SignUp::shift).toList();
        jdbc.sql("""
                        insert into signup (activity_id, signup_id, shift_id, volunteer_id, state, how, waiting_no,
                            by_account_id, key_digest, at)
                        select w.*, :at::timestamptz from unnest(:activities::bigint[], :ids::bigint[], :shifts::bigint[], :volunteers::bigint[],
                            :states::text[], :hows::text[], :numbers::bigint[], :accounts::bigint[], :keys::bigint[]) as w""")
                .param("at", utc(made.getFirst().at()))
                .param("activities", PlaceStore.activities(keys))
                .param("ids", made.stream().mapToLong(SignUp::id).toArray())
                .param("shifts", PlaceStore.shifts(keys))
                .param(
                        "volunteers",
                        made.stream().mapToLong(SignUp::volunteerId).toArray())
                .param("states", made.stream().map(s -> s.state().name()).toArray(String[]::new))
                .param("hows", made.stream().map(s -> s.how().name()).toArray(String[]::new))
                .param("numbers", made.stream().map(SignUp::waitingNo).toArray(Long[]::new))
                .param("accounts", made.stream().mapToLong(SignUp::byAccountId).toArray())
                .param("keys", made.stream().map(SignUp::keyDigest).toArray(Long[]::new))
                .update();
    }

    /** Moves sign-ups to other states and dates it; the number on the list goes unless the change gives one. */
    void change(List<Change> changes) {
        jdbc.sql("""
                        with c as (
                            select * from unnest(:activities::bigint[], :signups::bigint[], :ids::bigint[], :states::text[],
                                :causes::text[], :reasons::text[], :numbers::bigint[], :accounts::bigint[], :ends::boolean[])
                            as c (activity_id, signup_id, change_id, state, cause, reason, waiting_no, by_account_id, ends)),
                        changed as (
                            update signup s set state = c.state, waiting_no = c.waiting_no,
                                ended = case when c.ends then c.change_id else 0 end
                            from c where s.activity_id = c.activity_id and s.signup_id = c.signup_id)
                        insert into signup_change (activity_id, signup_id, change_id, state, cause, reason, at, by_account_id)
                        select activity_id, signup_id, change_id, state, cause, reason, :at, by_account_id from c""")
                .param(
                        "activities",
                        changes.stream().mapToLong(c -> c.of().activityId()).toArray())
                .param("signups", changes.stream().mapToLong(c -> c.of().id()).toArray())
                .param("ids", changes.stream().mapToLong(Change::id).toArray())
                .param("states", changes.stream().map(c -> c.to().name()).toArray(String[]::new))
                .param("causes", changes.stream().map(c -> c.cause().name()).toArray(String[]::new))
                .param("reasons", changes.stream().map(Change::reason).toArray(String[]::new))
                .param("numbers", changes.stream().map(Change::waitingNo).toArray(Long[]::new))
                .param(
                        "accounts",
                        changes.stream().mapToLong(Change::byAccountId).toArray())
                .param("ends", changes.stream().map(c -> !LIVE.contains(c.to())).toArray(Boolean[]::new))
                .param("at", utc(changes.getFirst().at()))
                .update();
    }

    static final Set<State> LIVE = Set.of(State.APPLIED, State.ACCEPTED, State.WAITING, State.INVITED, State.NO_SHOW);

    void offer(SignUp signUp, long offerId, Instant at) {
        jdbc.sql("insert into signup_offer (activity_id, signup_id, offer_id, at) values (:activity, :id, :offer, :at)")
                .param("activity", signUp.activityId())
                .param("id", signUp.id())
                .param("offer", offerId)
                .param("at", utc(at))
                .update();
    }

    /** Notes the answer to the open offer, if there is one. */
    boolean answerOffer(SignUp signUp, String answer, Instant at) {
        return jdbc.sql("""
                        update signup_offer set answer = :answer, answered_at = :at
                        where activity_id = :activity and signup_id = :id and answer is null""")
                        .param("activity", signUp.activityId())
                        .param("id", signUp.id())
                        .param("answer", answer)
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    /** Which of these have an offer that waits for an answer. */
    Set<Long> offered(Collection<SignUp> signUps) {
        return Set.copyOf(jdbc.sql("""
                        select o.signup_id from unnest(:activities::bigint[], :ids::bigint[]) as w (activity_id, signup_id)
                        join signup_offer o using (activity_id, signup_id) where o.answer is null""")
                .param(
                        "activities",
                        signUps.stream().mapToLong(SignUp::activityId).toArray())
                .param("ids", signUps.stream().mapToLong(SignUp::id).toArray())
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** How many people were invited to the activity since then. */
    int countInvited(long activityId, Instant since) {
        return jdbc.sql("select count(*) from signup_invitation where activity_id = :activity and at >= :since")
                .param("activity", activityId)
                .param("since", utc(since))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void invite(SignUp signUp, @Nullable String words) {
        jdbc.sql("""
                        insert into signup_invitation (activity_id, signup_id, words, at, by_account_id)
                        values (:activity, :id, :words, :at, :by)""")
                .param("activity", signUp.activityId())
                .param("id", signUp.id())
                .param("words", words, java.sql.Types.VARCHAR)
                .param("at", utc(signUp.at()))
                .param("by", signUp.byAccountId())
                .update();
    }

    /** What the organizer wrote with each invitation among these. */
    Map<Long, String> words(Collection<SignUp> signUps) {
        Map<Long, String> words = new HashMap<>();
        jdbc.sql("""
                        select v.signup_id, coalesce(v.words, '') from unnest(:activities::bigint[], :ids::bigint[])
                            as w (activity_id, signup_id)
                        join signup_invitation v using (activity_id, signup_id)""")
                .param(
                        "activities",
                        signUps.stream().mapToLong(SignUp::activityId).toArray())
                .param("ids", signUps.stream().mapToLong(SignUp::id).toArray())
                .query((row, i) -> words.put(row.getLong(1), row.getString(2)))
                .list();
        return words;
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(
                row.getLong("activity_id"),
                row.getLong("signup_id"),
                row.getLong("shift_id"),
                row.getLong("volunteer_id"),
                State.valueOf(row.getString("state")),
                SignUp.How.valueOf(row.getString("how")),
                row.getObject("waiting_no", Long.class),
                instant(row, "at"),
                row.getLong("by_account_id"),
                row.getObject("key_digest", Long.class),
                row.getLong("ended"));
    }
}
