package org.yiwang.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the clock back before each class of tests, so that none depends on which classes ran before it. */
final class ClockAtStart implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        SpringExtension.getApplicationContext(tests).getBean(TestClock.class).reset();
    }
}
