package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.platform.Vault;
import org.yiwang.testing.TestDatabase;

class LimitsTest {

    private static final SignInSettings SETTINGS = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("yiwang.sign-in", SignInSettings.class);

    @Test
    void sends_six_codes_an_hour_and_fifteen_a_day_to_a_number_whichever_node_asks() {
        try (var database = TestDatabase.fresh()) {
            CodeStore one = new CodeStore(JdbcClient.create(database));
            CodeStore other = new CodeStore(JdbcClient.create(database));
            byte[] number = {1, 2, 3};
            Instant start = Instant.parse("2026-11-21T02:00:00Z");
            assertThat(one.count(number, SETTINGS, start)).isTrue();
            assertThat(other.count(number, SETTINGS, start.plusSeconds(59))).isFalse();
            assertThat(other.secondsToWait(number, SETTINGS, start.plusMillis(20_500)))
                    .isEqualTo(40);
            assertThat(other.secondsToWait(number, SETTINGS, start.plusSeconds(60)))
                    .isZero();
            int sent = 1;
            for (int minute = 1; minute <= 59; minute++) {
                sent += other.count(number, SETTINGS, start.plus(Duration.ofMinutes(minute))) ? 1 : 0;
            }
            assertThat(sent).isEqualTo(6);
            for (int minute = 60; minute < 24 * 60; minute += 5) {
                sent += one.count(number, SETTINGS, start.plus(Duration.ofMinutes(minute))) ? 1 : 0;
            }
            assertThat(sent).isEqualTo(15);
            assertThat(one.count(number, SETTINGS, start.plus(Duration.ofDays(1))))
                    .isTrue();
            assertThat(one.count(new byte[] {9}, SETTINGS, start)).isTrue();
        }
    }

    @Test
    void limits_an_address_and_half_of_an_ipv6_address_and_the_machine_itself_unless_told_otherwise() {
        AddressLimits limits = new AddressLimits(SETTINGS, false);
        AddressLimits demo = new AddressLimits(SETTINGS, true);
        for (int i = 0; i < SETTINGS.triesPerAddress(); i++) {
            assertThat(limits.mayTry("192.0.2.1")).isTrue();
            assertThat(limits.mayTry("2001:db8:1:2::" + Integer.toHexString(i))).isTrue();
        }
        assertThat(limits.mayTry("192.0.2.1")).isFalse();
        assertThat(limits.mayTry("192.0.2.2")).isTrue();
        assertThat(limits.mayTry("2001:db8:1:2:ffff::")).isFalse();
        assertThat(limits.mayTry("2001:db8:1:3::1")).isTrue();
        for (int i = 0; i < 1000; i++) {
            assertThat(demo.mayTry("127.0.0.1")).isTrue();
            assertThat(demo.mayTry("::1")).isTrue();
            assertThat(limits.mayTry("127.0.0.1")).isEqualTo(i < SETTINGS.triesPerAddress());
        }
    }

    @Test
    void limits_the_codes_that_one_address_asks_for_to_whatever_numbers() {
        AddressLimits limits = new AddressLimits(SETTINGS, false);
        for (int i = 0; i < 100; i++) {
            assertThat(limits.mayAskForCode("192.0.2.1")).isEqualTo(i < SETTINGS.codesPerAddress());
        }
        assertThat(limits.mayAskForCode("192.0.2.2")).isTrue();
        assertThat(limits.mayTry("192.0.2.1")).as("another limit").isTrue();
    }

    @ParameterizedTest
    @CsvSource({", , true", "true, , false", "false, , true", "true, true, true", ", false, false"})
    void asks_region_offices_for_a_second_factor_unless_in_the_demo_or_told_otherwise(
            String demo, String staffTotp, boolean asked) {
        Map<String, Object> settings = new java.util.HashMap<>();
        settings.put("yiwang.demo", demo);
        settings.put("yiwang.staff-totp", staffTotp);
        settings.values().removeIf(java.util.Objects::isNull);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", settings));
            context.registerBean(
                    SessionStore.class, () -> new SessionStore(JdbcClient.create(new DriverManagerDataSource())));
            context.register(SessionDirectory.class);
            context.refresh();
            SessionDirectory directory = context.getBean(SessionDirectory.class);
            Grant office = new Grant(Role.COMMUNITY_STAFF, new Scope.InRegion(new RegionCode("420102015001")));
            Grant leader = new Grant(Role.ORGANIZATION_ADMIN, new Scope.InOrganization(1));
            assertThat(directory.asksForSecondFactor(List.of(leader, office))).isEqualTo(asked);
            assertThat(directory.effective(List.of(leader, office), false))
                    .isEqualTo(asked ? List.of(leader) : List.of(leader, office));
            assertThat(directory.asksForSecondFactor(List.of(leader))).isFalse();
        }
    }

    @Test
    void hashes_passwords_with_argon2id_and_refuses_when_too_many_wait() throws Exception {
        SignInSettings one = new Binder(new MapConfigurationPropertySource(Map.of(
                        "yiwang.sign-in.passwords-at-once", "1",
                        "yiwang.sign-in.password-wait", "0s")))
                .bindOrCreate("yiwang.sign-in", SignInSettings.class);
        Passwords passwords = new Passwords(one);
        String hash = passwords.hash("good enough 1", "13800000000");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("good enough 1", hash)).isTrue();
        assertThat(passwords.matches("good enough 2", hash)).isFalse();
        assertThat(passwords.matches("good enough 1", null)).isFalse();
        // Somebody's that takes long enough for the others to come meanwhile.
        String slow = "$argon2id$v=19$m=19456,t=30,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var answers = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(
                            () -> catchThrowableOfType(Refusal.class, () -> passwords.matches("good enough 1", slow))))
                    .toList();
            int refused = 0;
            for (var answer : answers) {
                Refusal refusal = answer.get();
                if (refusal != null) {
                    assertThat(refusal.problem()).isEqualTo(AccountProblem.BUSY);
                    refused++;
                }
            }
            assertThat(refused).isBetween(1, 3);
        }
    }

    @Test
    void writes_keys_for_the_owner_only_reads_them_again_and_refuses_to_start_without(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("deep/keys");
        assertThatThrownBy(() -> Keys.vault("", file, false))
                .isInstanceOf(KeysMissing.class)
                .hasMessageContaining("YIWANG_KEYS");
        byte[] sealed = Keys.vault("", file, true).seal("机密");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Keys.vault("", file, false).open(sealed)).isEqualTo("机密");
        assertThatThrownBy(() -> Keys.vault("seal.1=abc", file, false)).isInstanceOf(KeysMissing.class);
    }

    @Test
    void opens_with_an_older_key_and_seals_with_the_newest() {
        String first = "seal.1=MDEyMzQ1Njc4OWFiY2RlZg==,digest=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        Vault old = Keys.parse(first);
        Vault both = Keys.parse(first + "\nseal.2=ZmVkY2JhOTg3NjU0MzIxMA==");
        byte[] sealed = old.seal("13800000000");
        assertThat(both.open(sealed)).isEqualTo("13800000000");
        assertThat(both.seal("x")[0]).isEqualTo((byte) 2);
        assertThat(both.digest("x")).isEqualTo(old.digest("x"));
        assertThatThrownBy(() -> old.open(both.seal("x"))).hasMessageContaining("key 2");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> both.open(sealed)).hasMessageContaining("changed");
    }

    @Test
    void refuses_to_start_with_other_keys_than_the_databases() {
        try (var database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            Vault vault = Keys.vault(Keys.THROW_AWAY, Path.of("unused"), false);
            new KeyCheck(vault, new KeyStore(jdbc)).afterPropertiesSet();
            new KeyCheck(vault, new KeyStore(jdbc)).afterPropertiesSet();
            Vault other = Keys.vault(Keys.THROW_AWAY, Path.of("unused"), false);
            assertThatThrownBy(() -> new KeyCheck(other, new KeyStore(jdbc)).afterPropertiesSet())
                    .isInstanceOf(KeysMissing.class);
        }
    }
}
