package org.yiwang.web;

import java.util.function.Consumer;
import org.yiwang.kernel.Refusal;

/**
 * Whether a code was really sent to the mobile number typed, on pages that prove one. The form itself carries the number to which one was sent, so that
 * whoever goes on without having asked for a code, or types another number, is not told that a code is on its way.
 */
public final class CodeSent {

    private static final String FIELD = "sent";

    private CodeSent() {}

    /** Has a code sent to the number typed; the form says afterwards to which one it went, or why none was sent. */
    public static Form send(Form form, Consumer<String> sender) {
        String mobile = form.text("mobile", 1, 20);
        if (form.ok()) {
            try {
                sender.accept(mobile);
                form.with(FIELD, mobile);
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return form.with("code", "");
    }

    /** Whether a code was sent to the number that the form holds. */
    public static boolean to(Form form) {
        return form.ticked(FIELD) && form.value(FIELD).equals(form.value("mobile"));
    }
}
