package org.yiwang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;

/** What tests expect to be refused, and why. */
public final class Refusals {

    private Refusals() {}

    /** The deed is refused for the reason of that code. */
    public static void refused(String code, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(why -> assertThat(why.problem().code()).isEqualTo(code));
    }

    /** The deed is refused for that reason. */
    public static void refused(Problem problem, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(why -> assertThat(why.problem()).isEqualTo(problem));
    }
}
