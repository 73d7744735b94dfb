package org.yiwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.notification.SmsSender.Outcome;
import org.yiwang.platform.Vault;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;

class SmsTest {

    private static final String MOBILE = "13912345678";

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock();
    private final SmsStore store = new SmsStore(jdbc, new Vault((byte) 1, new byte[16], new byte[32]));
    private final SmsTexts texts = new SmsTexts(messages(), clock);
    private final Answers sender = new Answers();
    private final SmsDelivery delivery = new SmsDelivery(store, sender, texts, clock);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    @AfterEach
    void close() {
        delivery.close();
        database.close();
    }

    @Test
    void keeps_number_and_values_sealed_and_wipes_the_values_once_sent() {
        queue(MOBILE, "123456");
        assertThat(rows()).doesNotContain(MOBILE).doesNotContain("123456");
        assertThat(delivery.deliver()).isEqualTo(1);
        assertThat(sender.texts).containsExactly("Code 123456");
        assertThat(jdbc.sql("select sealed_args is null and state = 'sent' from notification_sms")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(delivery.deliver()).isZero();
    }

    @Test
    void tries_again_with_growing_pauses_and_gives_up_in_the_end() {
        queue(MOBILE, "1");
        sender.outcome = new Outcome.Later("HTTP 503");
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(delivery.deliver()).as("attempt %d", attempt).isEqualTo(1);
            assertThat(delivery.deliver()).as("not before the pause is over").isZero();
            Duration pause = Duration.ZERO;
            while (state().equals("queued") && due() == 0) {
                clock.advance(Duration.ofSeconds(5));
                pause = pause.plusSeconds(5);
            }
            pauses.add(pause);
        }
        assertThat(pauses.subList(0, 5)).extracting(Duration::toSeconds).containsExactly(5L, 15L, 60L, 300L, 900L);
        assertThat(state()).isEqualTo("failed");
        assertThat(jdbc.sql("select string_agg(outcome, ' ' order by attempt) from notification_sms_attempt")
                        .query(String.class)
                        .single())
                .isEqualTo("retry retry retry retry retry refused");
    }

    @Test
    void a_refusal_is_final() {
        queue(MOBILE, "1");
        sender.outcome = new Outcome.Refused("HTTP 400");
        delivery.deliver();
        assertThat(state()).isEqualTo("failed");
    }

    @Test
    void a_message_left_by_a_node_that_died_is_taken_by_another_after_the_lease() {
        queue(MOBILE, "1");
        assertThat(store.take(20, clock.instant(), Duration.ofMinutes(1))).hasSize(1);
        assertThat(delivery.deliver()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(delivery.deliver()).isEqualTo(1);
    }

    @Test
    void several_nodes_never_take_the_same_message() throws Exception {
        for (int i = 0; i < 200; i++) {
            queue(MOBILE, String.valueOf(i));
        }
        Map<Long, Boolean> taken = new ConcurrentHashMap<>();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> node = Collections.nCopies(4, () -> {
                int count = 0;
                List<SmsStore.Due> due = store.take(7, clock.instant(), Duration.ofMinutes(1));
                while (!due.isEmpty()) {
                    for (SmsStore.Due one : due) {
                        assertThat(taken.put(one.id(), true)).isNull();
                        count++;
                    }
                    due = store.take(7, clock.instant(), Duration.ofMinutes(1));
                }
                return count;
            });
            for (var result : nodes.invokeAll(node)) {
                result.get();
            }
        }
        assertThat(taken).hasSize(200);
    }

    @Test
    void nothing_leaves_when_the_transaction_that_queued_it_is_rolled_back() {
        Sms sms = new Sms(store, delivery, clock);
        transaction.executeWithoutResult(status -> {
            sms.send(MOBILE, "sms.test", List.of("1"));
            status.setRollbackOnly();
        });
        assertThat(delivery.deliver()).isZero();
        assertThat(sender.texts).isEmpty();
    }

    @Test
    void deletes_messages_after_thirty_days_with_their_log() {
        queue(MOBILE, "1");
        delivery.deliver();
        clock.advance(Duration.ofDays(29));
        assertThat(delivery.clean()).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(delivery.clean()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from notification_sms_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"200, Taken", "202, Taken", "500, Later", "429, Later", "400, Refused", "401, Refused", "302, Refused"})
    void the_gateway_gets_json_with_its_token_and_its_status_decides(int status, String expected) throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", exchange -> {
            seen.add(exchange.getRequestMethod());
            seen.add(exchange.getRequestHeaders().getFirst("X-Token"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send");
            GatewaySender gateway = new GatewaySender(settings(url), url);
            Outcome outcome = gateway.send(new TextMessage(MOBILE, "sms.test", List.of("𠮷", "\"")), "您好，𠮷");
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(seen)
                    .containsExactly(
                            "POST",
                            "secret",
                            "{\"mobile\":\"13912345678\",\"signature\":\"义网\",\"template\":\"T7\","
                                    + "\"params\":[\"𠮷\",\"\\\"\"],\"text\":\"您好，𠮷\"}");
        } finally {
            server.stop(0);
        }
        assertThat(new GatewaySender(settings(URI.create("http://127.0.0.1:1/")), URI.create("http://127.0.0.1:1/"))
                        .send(new TextMessage(MOBILE, "x", List.of()), "x"))
                .isInstanceOf(Outcome.Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T01:00:00Z, 11月21日09:00",
        "2026-11-21, 11月21日",
        "2026-11-41, 2026-11-41",
        "{0}, {0}",
        "<b>, <b>"
    })
    void writes_moments_and_dates_in_words_and_the_rest_as_it_is(String arg, String written) {
        assertThat(texts.of(new TextMessage(MOBILE, "sms.test", List.of(arg)))).isEqualTo("Code " + written);
    }

    @Test
    void the_outbox_exists_in_a_demo_only() {
        var runner = new WebApplicationContextRunner()
                .withBean(SmsStore.class, () -> store)
                .withBean(SmsTexts.class, () -> texts)
                .withUserConfiguration(Outbox.class);
        runner.run(context -> assertThat(context).doesNotHaveBean(Outbox.class));
        runner.withPropertyValues("yiwang.demo=false")
                .run(context -> assertThat(context).doesNotHaveBean(Outbox.class));
        runner.withPropertyValues("yiwang.demo=true")
                .run(context -> assertThat(context).hasSingleBean(Outbox.class));
    }

    private void queue(String mobile, String value) {
        store.insert(null, mobile, "sms.test", List.of(value), clock.instant());
    }

    private String rows() {
        return jdbc.sql("select string_agg(s::text, ' ') from notification_sms s")
                .query(String.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from notification_sms")
                .query(String.class)
                .single();
    }

    private int due() {
        return jdbc.sql("select count(*) from notification_sms where state = 'queued' and next_at <= :now")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static GatewaySettings settings(URI url) {
        return new GatewaySettings(
                url, "T0", Map.of("sms.test", "T7"), "义网", "X-Token", "secret", Duration.ofSeconds(5));
    }

    private static StaticMessageSource messages() {
        StaticMessageSource source = new StaticMessageSource();
        source.addMessage("sms.test", java.util.Locale.SIMPLIFIED_CHINESE, "Code {0}");
        return source;
    }

    /** A sender that answers what the test wants. */
    private static final class Answers implements SmsSender {

        private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        private volatile Outcome outcome = new Outcome.Taken();

        @Override
        public Outcome send(TextMessage message, String text) {
            texts.add(text);
            return outcome;
        }

        @Override
        public boolean keepsText() {
            return false;
        }
    }
}
