package org.yiwang.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.Certificates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.MobileNumber;
import org.yiwang.platform.Projection;
import org.yiwang.platform.Vault;
import org.yiwang.record.Sealing;
import org.yiwang.testing.Refusals;
import org.yiwang.testing.SecondCity;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.Cards;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.Volunteers;

/** A small generated city stands up to every rule of the program, and comes from its seed alone. */
class GeneratorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CityPlan PLAN = new CityPlan(7, 1_200, CityPlan.hoursFor(1_200), 2, DAY, 0.4);

    /** What is beside the keys of the installation, which seal differently each time. */
    private static final Map<String, String> KEY_TABLES = Map.ofEntries(
            Map.entry("account", "id, name, state, created_at"),
            Map.entry("account_mobile", "*"),
            Map.entry("account_grant", "*"),
            Map.entry("account_consent", "*"),
            Map.entry(
                    "volunteer",
                    "id, number, name, birth_date, sex, residence_code, state, account_id, guardian_account_id,"
                            + " registered_at, skills"),
            Map.entry("volunteer_document", "*"),
            Map.entry("volunteer_change", "*"),
            Map.entry("volunteer_profile", "*"),
            Map.entry("organization", "id, name, region_code, ancestors, credit_code, filed_until, search_grams"),
            Map.entry("organization_member", "*"),
            Map.entry("activity", "*"),
            Map.entry("activity_shift", "*"),
            Map.entry("signup_shift", "*"),
            Map.entry("signup", "*"),
            Map.entry("signup_commitment", "*"),
            Map.entry("attendance_pair", "*"),
            Map.entry("record_entry", "*"),
            Map.entry("record_current", "*"),
            Map.entry("record_step", "*"),
            Map.entry("record_unsealed", "*"),
            Map.entry("record_clock", "*"),
            Map.entry("record_total", "*"),
            Map.entry("record_activity_total", "*"),
            Map.entry("board_member", "*"));

    private static SecondCity city;
    private static JdbcClient jdbc;
    private static List<String> schemaBefore;
    private static Map<String, String> ofAnotherSeed;
    private static Map<String, String> ofTheSameSeed;

    @BeforeAll
    static void generate() {
        city = SecondCity.start("yiwang/generated");
        city.clock().set(DAY.atStartOfDay(city.clock().getZone()).plusHours(9).toInstant());
        jdbc = city.bean(JdbcClient.class);
        schemaBefore = schema();
        generate(new CityPlan(8, PLAN.volunteers(), PLAN.hours(), PLAN.years(), DAY, PLAN.boards()));
        ofAnotherSeed = dump();
        empty();
        generate(PLAN);
        ofTheSameSeed = dump();
        empty();
        generate(PLAN);
    }

    @AfterAll
    static void end() {
        city.close();
    }

    @Test
    void indexes_and_constraints_are_as_they_were() {
        assertThat(schema()).isEqualTo(schemaBefore);
        assertThat(city.bean(RunStore.class).isFinished()).contains(true);
    }

    @Test
    void the_same_seed_gives_the_same_city_and_another_seed_another_one() {
        assertThat(ofTheSameSeed)
                .allSatisfy((table, sum) -> assertThat(sum).as(table).isNotEqualTo(ofAnotherSeed.get(table)));
        // What is sealed meanwhile does not wait any more.
        KEY_TABLES.forEach((table, columns) -> {
            if (!table.equals("record_unsealed")) {
                assertThat(sum(table, columns)).as(table).isEqualTo(ofTheSameSeed.get(table));
            }
        });
    }

    @Test
    void hours_and_people_are_as_many_as_asked_for() {
        assertThat(number("select count(*) from volunteer")).isEqualTo(PLAN.volunteers());
        assertThat(number("select sum(service_minutes) from record_current") / 60)
                .isBetween(PLAN.hours() * 93 / 100, PLAN.hours() * 107 / 100);
        assertThat(number("select count(*) from volunteer v where not exists"
                        + " (select from record_entry e where e.volunteer_id = v.id)"))
                .isBetween(PLAN.volunteers() * 40L / 100, PLAN.volunteers() * 65L / 100);
        assertThat(number("select max(n) from (select count(*) n from record_entry group by volunteer_id) p"))
                .isGreaterThan(20);
    }

    @Test
    void records_stand_in_every_state_that_time_brings() {
        assertThat(texts("select distinct state from record_current"))
                .contains("PENDING", "NOTICE", "EFFECTIVE", "VOID");
        assertThat(texts("select distinct time_kind from record_entry")).containsExactlyInAnyOrder("CREDIT", "HONOUR");
        assertThat(number("select count(*) from record_current where state = 'EFFECTIVE' and service_minutes > 480"))
                .isZero();
        assertThat(number("select count(*) from record_entry e join volunteer v on v.id = e.volunteer_id"
                        + " where e.came_at < v.registered_at"))
                .isZero();
        assertThat(number("select count(*) from record_entry where came_at > '" + DAY + "'"))
                .isZero();
    }

    @Test
    void whatever_is_computed_anew_is_as_it_was() {
        List<String> said = new ArrayList<>();
        Map<String, String> before = dump();
        List<String> boards = boards();
        assertThat(boards).hasSizeGreaterThan(1_000);
        for (Projection projection : city.beans(Projection.class)) {
            projection.rebuild(said::add);
        }
        assertThat(dump()).isEqualTo(before);
        assertThat(said)
                .contains(
                        "0 standings mended, 0 lost.",
                        number("select count(*) from board_member") + " members computed, 0 stood otherwise.");
        assertThat(boards()).isEqualTo(boards);
        Map<String, String> grades = Map.of("trust_grade", sum("trust_grade", "volunteer_id, record_id, grade, facts"));
        rebuild("grades");
        assertThat(sum("trust_grade", "volunteer_id, record_id, grade, facts")).isEqualTo(grades.get("trust_grade"));
    }

    @Test
    void whoever_is_on_boards_has_agreed_and_minors_by_their_guardian() {
        assertThat(number("select count(*) from board_member"))
                .isBetween(PLAN.volunteers() * 34L / 100, PLAN.volunteers() * 46L / 100);
        assertThat(number("select count(*) from board_member where ends_on is not null"))
                .isPositive();
        assertThat(texts("""
                        select concat_ws(' ', v.birth_date, v.registered_at, m.*)
                        from board_member m join volunteer v on v.id = m.volunteer_id
                        where m.since < v.registered_at or m.since >= '%1$s'
                           or m.consented_by is distinct from
                               case when m.ends_on is null then v.account_id else v.guardian_account_id end
                           or (m.ends_on is null) <> (v.birth_date + interval '18 years' <= (m.since at time zone 'Asia/Shanghai')::date)
                           or m.ends_on <= '%1$s' or m.ends_on < v.birth_date + interval '18 years'""".formatted(DAY))).isEmpty();
    }

    @Test
    void every_person_has_documents_that_are_read_and_a_number_of_its_own() {
        Vault vault = city.bean(Vault.class);
        List<String> documents = jdbc.sql("select document_sealed from volunteer")
                .query((row, i) -> vault.open(row.getBytes(1)))
                .list();
        assertThat(documents).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(number).matches("42019[1-9][0-9]{11}[0-9X]");
            assertThat(checkSum(number)).isEqualTo(1);
        });
        assertThat(jdbc.sql("select mobile_sealed from account")
                        .query((row, i) -> vault.open(row.getBytes(1)))
                        .list())
                .doesNotHaveDuplicates()
                .allSatisfy(mobile -> assertThat(MobileNumber.read(mobile)).isPresent())
                .allSatisfy(mobile -> assertThat(mobile).startsWith("154"));
        assertThat(number(
                        "select count(*) from volunteer where account_id is null and guardian_account_id is not null"))
                .isPositive();
        assertThat(number("select count(*) from volunteer v where not exists"
                        + " (select from region r where r.code = v.residence_code and length(r.code) = 12)"))
                .isZero();
    }

    @Test
    void people_are_opened_by_the_doors_of_everybody() {
        long busiest = number("select volunteer_id from record_current where state = 'EFFECTIVE'"
                + " group by 1 order by sum(service_minutes) desc, 1 limit 1");
        var person = city.bean(Volunteers.class).get(busiest);
        Actor actor = city.bean(Accounts.class).actor(person.contactAccountId());
        assertThat(city.bean(Cards.class).get(actor, busiest)).isNotNull();
        assertThat(city.bean(PersonalData.class).maskedDocument(actor, busiest)).startsWith("420");
        city.bean(Sealing.class).seal();
        assertThat(city.bean(Sealing.class).verify(n -> {}).agrees()).isTrue();
        var certificate = city.bean(Certificates.class).issue(actor, busiest, CertificateScope.EVERYTHING);
        assertThat(city.bean(Certificates.class)
                        .get(actor, certificate.content().number()))
                .isNotNull();
        Visitor own = city.visitor(person.contactAccountId());
        assertThat(own.get("/me/hours").status()).isEqualTo(200);
        assertThat(own.get("/me/card").text()).contains(person.number());
        assertThat(own.get("/").status()).isEqualTo(200);
    }

    @Test
    void a_database_with_anybody_in_it_is_refused_and_one_half_written_is_not_started() {
        Refusals.refused(BulkProblem.NOT_EMPTY, () -> generate(PLAN));
        RunStore runs = city.bean(RunStore.class);
        jdbc.sql("update bulk_run set finished_at = null").update();
        try {
            assertThatThrownBy(runs::afterPropertiesSet)
                    .isInstanceOf(CutOff.class)
                    .hasMessageContaining("generate again");
        } finally {
            runs.finish(city.clock().instant());
        }
        runs.afterPropertiesSet();
    }

    /** ISO 7064 MOD 11-2 over all characters of a right number. */
    private static int checkSum(String number) {
        int sum = 0;
        for (char c : number.toCharArray()) {
            sum = (2 * sum + (c == 'X' ? 10 : c - '0')) % 11;
        }
        return sum;
    }

    private static void generate(CityPlan plan) {
        city.bean(Generator.class).generate(plan, (stage, done, all, rows) -> {});
    }

    private static void rebuild(String word) {
        city.beans(Projection.class).stream().filter(p -> p.word().equals(word)).forEach(p -> p.rebuild(line -> {}));
    }

    /** All but what the migrations and the start have brought. */
    private static void empty() {
        List<String> tables = texts("""
                select tablename from pg_tables where schemaname = 'public'
                    and tablename ~ '^(account|volunteer|organization|activity|signup|attendance|record|board|bulk)(_|$)'
                    and tablename !~ '^account_(document|key|audit)$'""");
        jdbc.sql("truncate " + String.join(", ", tables)).update();
    }

    private static Map<String, String> dump() {
        Map<String, String> sums = new LinkedHashMap<>();
        KEY_TABLES.forEach((table, columns) -> sums.put(table, sum(table, columns)));
        return sums;
    }

    /** All rows, whatever their order. */
    private static String sum(String table, String columns) {
        return jdbc.sql(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' order by t::text)), '') from (select "
                                + columns + " from " + table + ") t")
                .query((row, i) -> row.getString(1))
                .single();
    }

    /** Everything but the numbers of states. */
    private static List<String> boards() {
        return texts("""
                select concat_ws(' ', 's', volunteer_id, board_id, minutes, region_code) from board_score
                union all select concat_ws(' ', 't', board_id, region_code, minutes, people) from board_tally
                union all select concat_ws(' ', 'h', board_id, region_code, people) from board_head
                order by 1""");
    }

    private static List<String> schema() {
        return texts("""
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = 'public'::regnamespace
                union all select indexdef from pg_indexes where schemaname = 'public'
                union all select relname || ' ' || coalesce(reloptions::text, '') from pg_class
                    where relnamespace = 'public'::regnamespace
                order by 1""");
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getLong(1)).single();
    }

    private static List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getString(1)).list();
    }
}
