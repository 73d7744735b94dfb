package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;

/** Nothing that signs people in needs two connections at a time, or a rush would wait for itself. */
@CityTest
class ConnectionsTest {

    private static final int PEOPLE = 12;

    @Autowired
    private SignIn signIn;

    @Autowired
    private OwnAccount own;

    @Autowired
    private DataSource database;

    @Autowired
    private TestClock clock;

    private HikariDataSource pool;
    private int before;
    private long patience;

    @BeforeEach
    void a_pool_of_ten() throws Exception {
        clock.reset();
        pool = database.unwrap(HikariDataSource.class);
        before = pool.getMaximumPoolSize();
        patience = pool.getConnectionTimeout();
        pool.setMaximumPoolSize(10);
        pool.setConnectionTimeout(20_000);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @AfterEach
    void as_it_was() {
        pool.setMaximumPoolSize(before);
        pool.setConnectionTimeout(patience);
    }

    @Test
    void twelve_people_sign_in_by_code_at_once() throws Exception {
        List<String> outcomes = atOnce(mobile -> {
            TestSignIns.codeSent(mobile, "sign-in");
            return () -> signIn.byCode(mobile, "123456", client()).getClass().getSimpleName();
        });
        assertThat(outcomes).containsOnly("SignedIn");
    }

    @Test
    void twelve_people_set_a_new_password_at_once() throws Exception {
        List<String> outcomes = atOnce(mobile -> {
            TestSignIns.codeSent(mobile, "reset-password");
            return () -> {
                // who finds the hashing busy tries again, with the same code
                for (int i = 0; i < 200; i++) {
                    try {
                        signIn.resetPassword(mobile, "123456", "another good 2");
                        return "done";
                    } catch (Refusal refusal) {
                        if (!refusal.problem().code().equals("account.busy")) {
                            throw refusal;
                        }
                    }
                }
                return "busy";
            };
        });
        assertThat(outcomes).doesNotContainAnyElementsOf(List.of("SQLTransientConnectionException"));
        assertThat(outcomes).contains("done");
    }

    @Test
    void twelve_people_mistype_the_second_factor_and_the_proof_at_once() throws Exception {
        assertThat(atOnce(mobile -> {
                    long account = PeopleFixture.account("双因");
                    TestSignIns.setUpSecondFactor(account);
                    String halfWay =
                            ((SignIn.Outcome.SecondFactorAsked) signIn.byProvedMobile(account, client())).halfWay();
                    return () -> signIn.withSecondFactor(halfWay, "abcdef", client());
                }))
                .containsOnly("account.second-factor-wrong");
        assertThat(atOnce(mobile -> {
                    Actor actor = PeopleFixture.actor(PeopleFixture.account("验证"));
                    return () -> {
                        own.prove(actor, "000000");
                        return "";
                    };
                }))
                .containsOnly("account.code-wrong");
    }

    private static Client client() {
        return new Client(SessionKind.API, "192.0.2.77", "test");
    }

    /** What came of it for each: the answer or the code of the refusal; a fault fails the test with its cause. */
    private static List<String> atOnce(Function<String, Callable<?>> deed) throws Exception {
        List<Callable<?>> deeds = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String mobile = PeopleFixture.newMobile();
            PeopleFixture.account("挤", mobile);
            deeds.add(deed.apply(mobile));
        }
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = deeds.stream()
                    .map(d -> threads.submit(() -> {
                        start.await();
                        try {
                            return String.valueOf(d.call());
                        } catch (Refusal refusal) {
                            return refusal.problem().code();
                        }
                    }))
                    .toList();
            for (Future<String> one : all) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }
}
