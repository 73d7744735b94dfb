package org.yiwang.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;

/**
 * People, teams and activities whose hours are on paper, written into the database directly: 10,000 people, 100 teams below
 * one body, 100 activities a day with 100 people each, and the lines that say when they came and left.
 */
public final class PaperCity {

    /** How many people come on each day, and so how many lines a day has. */
    public static final int PEOPLE = 10_000;

    /** The headings of a file. */
    public static final String HEADINGS = "活动编号,活动名称,姓名,志愿者编号,证件号码,日期,到达时间,离开时间";

    private static final int TEAMS = 100;

    /** Of the organizers: one brings the files, the other confirms them; nobody does so for their own lines. */
    private static final int ORGANIZERS = 2;

    /** First ids of each kind. */
    private static final long ACCOUNT = 11_000_000_000_000L;

    private static final long SESSION = 12_000_000_000_000L;
    private static final long VOLUNTEER = 13_000_000_000_000L;
    private static final long ACTIVITY = 14_000_000_000_000L;
    private static final long ORGANIZATION = 15_000_000_000_000L;
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20_261_122;

    private final Clock clock = Clock.system(CITY);
    private final JdbcClient jdbc;
    private final int days;
    private final LocalDate last = LocalDate.now(clock).minusDays(1);

    /** Of so many days, up to yesterday. */
    public PaperCity(DataSource database, int days) {
        this.jdbc = JdbcClient.create(database);
        this.days = days;
    }

    /** Writes them all. */
    public void fill() {
        people();
        teams();
        activities();
        jdbc.sql("vacuum analyze").update();
    }

    /** Hands over every line, by a fixed seed; {@link #PEOPLE} a day, the last day first. */
    public void lines(Consumer<String[]> to) {
        Random random = new Random(SEED);
        for (int a = 0; a < days * 100; a++) {
            for (int p = 0; p < 100; p++) {
                int person = 1 + a % 100 * 100 + p;
                to.accept(new String[] {
                    Ids.text(ACTIVITY + a),
                    "压测 " + a,
                    "测" + person,
                    number(person),
                    "",
                    last.minusDays(a / 100).toString(),
                    "09:%02d".formatted(random.nextInt(60)),
                    "10:%02d".formatted(random.nextInt(60))
                });
            }
        }
    }

    /** Bearer token of the first or the second organizer, with the keys of the server. */
    public String token(Path keys, int organizer) {
        long expires = Instant.now(clock).plusSeconds(29L * 24 * 3600).getEpochSecond();
        return new BenchTokens(keys).token(ACCOUNT + PEOPLE + organizer, SESSION + PEOPLE + organizer, expires);
    }

    /** The body above the teams, as text. */
    public static String organization() {
        return Ids.text(ORGANIZATION);
    }

    private void people() {
        for (String sql : List.of("""
                insert into account (id, name, mobile_sealed, password_hash, state, created_at)
                select %1$d + n, '测' || n, decode('00', 'hex'), null, 'OPEN', now() from generate_series(1, %4$d) n""", """
                insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                select %1$d + n, %2$d + n, 'API', 'bench', now(), now() + interval '30 days', 43200
                from generate_series(%4$d - 1, %4$d) n""", """
                insert into account_grant (account_id, id, role, organization_id, from_at, given_by, why)
                select %1$d + n, 1, 'ORGANIZATION_ADMIN', %5$d, now() - interval '60 days', 1, 'bench'
                from generate_series(%4$d - 1, %4$d) n""", """
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id, document_type,
                    document_sealed, document_checked, source, registered_by, registered_at)
                select %3$d + n, 'P' || n, '测' || n, date '1960-01-01' + n %% 14000, '1', '420102015001', 'VALID', %1$d + n,
                    '01', decode('00', 'hex'), true, 'SELF', %1$d + n, now() from generate_series(1, %4$d) n""", """
                insert into volunteer_account (account_id, volunteer_id)
                select %1$d + n, %3$d + n from generate_series(1, %4$d) n""")) {
            jdbc.sql(sql.formatted(ACCOUNT, SESSION, VOLUNTEER, PEOPLE + ORGANIZERS, ORGANIZATION))
                    .update();
        }
        Long[] ids = new Long[PEOPLE];
        String[] numbers = new String[PEOPLE];
        for (int n = 1; n <= PEOPLE; n++) {
            ids[n - 1] = VOLUNTEER + n;
            numbers[n - 1] = number(n);
        }
        jdbc.sql("""
                        insert into volunteer_number (number, kind, volunteer_id)
                        select number, 'LOCAL', id from unnest(:numbers::text[], :ids::bigint[]) as n (number, id)""").param("numbers", numbers).param("ids", ids).update();
        jdbc.sql("update volunteer v set number = n.number from volunteer_number n where n.volunteer_id = v.id")
                .update();
    }

    /** One body with teams below it, each with time enough to enter. */
    private void teams() {
        jdbc.sql("""
                        insert into organization (id, name, region_code, team_type, kinds, categories, party_organization,
                            introduction, contact_name, contact_phone, contact_public, join_policy, state, ancestors,
                            search_text, search_grams, applicant_account_id, created_at, changed_at)
                        select %1$d + n, '压测队 ' || n, '420102015001', '2', '{}', '{01}', false, '压力测试', '测',
                            decode('00', 'hex'), false, 1, 'ACTIVE',
                            case n when 0 then array[%1$d] else array[%1$d, %1$d + n] end, '', '{}', 1, now(), now()
                        from generate_series(0, %2$d) n""".formatted(ORGANIZATION, TEAMS)).update();
        for (String rule : List.of(
                "('entry.manual', 9, '2026-01-01', '{\"withinDays\": 4000, \"publishedMinutesBefore\": 120, \"toleranceMinutes\": 15,"
                        + " \"secondHoldsRoleDays\": 7, \"expiresDays\": 14, \"mostPeople\": 50}', 'bench')",
                "('entry.quota', 9, '2026-01-01', '{\"shareBasisPoints\": 500, \"weeks\": 52, \"weeksPart\": 12, \"weekFloorMinutes\": 1000000,"
                        + " \"yearFloorMinutes\": 50000000, \"fewestSamples\": 5, \"honesty\": [{\"fromPercent\": 0, \"keepPercent\": 100}]}', 'bench')")) {
            jdbc.sql("insert into rules_version (key, version, effective_from, value, note) values " + rule)
                    .update();
        }
    }

    /** Activity a is held on day a / 100, from nine to twelve, by team a mod 100, with a hundred people of their own. */
    private void activities() {
        String starts = "(date '" + last + "' - (a / 100)::int + time '09:00') at time zone 'Asia/Shanghai'";
        String ends = starts + " + interval '3 hours'";
        for (String sql : List.of("""
                insert into activity (activity_id, organization_id, ancestors, region_code, title, categories, objects,
                    protections, description, address, contact_name, contact_phone, risk_level, risk_note, insurance,
                    accompanied, agreement, subsidy_fen, subsidy_reason, recruit_scope, teams, reviewed, starts_at,
                    last_start_at, ends_at, announced_until, state, published_at, created_by, created_at, search_text, bigrams)
                select %1$d + a, %5$d + 1 + a %% 100, array[%5$d, %5$d + 1 + a %% 100], '420102015001', '压测 ' || a, '{06}',
                    '{10}', '{01}', '压力测试', '花桥二村', '测', '1', 0, '无', '', false, false, 0, '', 'PUBLIC', '{}', false,
                    %3$s, %3$s, %4$s, %4$s, 'PUBLISHED', %3$s - interval '3 days', 1, now(), '', '{}'
                from generate_series(0, %2$d) a""", """
                insert into activity_post (activity_id, post_id, name, description, skills, min_own_minutes, qualifications)
                select %1$d + a, 1, '岗位', '', '{}', 0, '{}' from generate_series(0, %2$d) a""", """
                insert into activity_shift (activity_id, shift_id, post_id, starts_at, ends_at, capacity)
                select %1$d + a, %1$d + a, 1, %3$s, %4$s, 100 from generate_series(0, %2$d) a""", """
                insert into signup_shift (activity_id, shift_id, capacity, period)
                select %1$d + a, %1$d + a, 100, tstzrange(%3$s, %4$s) from generate_series(0, %2$d) a""", """
                insert into signup (activity_id, signup_id, shift_id, volunteer_id, state, how, at, by_account_id)
                select %1$d + a, %1$d + a * 100 + p, %1$d + a, %6$d + 1 + a %% 100 * 100 + p, 'ACCEPTED', 'OPEN',
                    %3$s - interval '2 days', 1
                from generate_series(0, %2$d) a, generate_series(0, 99) p""")) {
            jdbc.sql(sql.formatted(ACTIVITY, days * 100 - 1, starts, ends, ORGANIZATION, VOLUNTEER))
                    .update();
        }
    }

    /** A unified number with its check character (ISO 7064 MOD 11-2). */
    private static String number(int n) {
        String digits = "42010226" + "%08d".formatted(50_000_000 + n);
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest + digits.charAt(i) - '0') * 2 % 11;
        }
        return digits + "0123456789X".charAt((12 - rest) % 11);
    }
}
