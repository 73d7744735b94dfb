package org.yiwang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.yiwang.Yiwang;

/**
 * A test against the whole program on a random port, with a clone of the real database and a {@link TestClock}. All
 * such tests share one Spring context and one database: each makes the people and things it needs and assumes nothing
 * about what else is there. The clock stands at its start when a class begins, and wherever its last test left it when the
 * next test does. Do not add properties or mock beans to a single test; that would start a second context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Yiwang.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(CityTestConfiguration.class)
@ExtendWith(ClockAtStart.class)
public @interface CityTest {}
