package org.yiwang.volunteer.web;

import org.yiwang.web.Form;

/**
 * Whether a code was really sent to the number typed. The form itself carries the number to which one was sent, so that
 * whoever goes on without having asked for a code, or types another number, is not told that a code is on its way.
 */
final class CodeSent {

    private static final String FIELD = "sent";

    private CodeSent() {}

    /** The form, after a code was sent to its number; as it was when none was sent now. */
    static Form after(boolean sent, Form form) {
        return sent ? form.with(FIELD, form.value("mobile")) : form;
    }

    /** Whether a code was sent to the number that the form holds. */
    static boolean to(Form form) {
        return form.ticked(FIELD) && form.value(FIELD).equals(form.value("mobile"));
    }
}
