package org.yiwang.account.web;

import org.yiwang.web.Form;

/** A new password, typed twice. */
final class NewPassword {

    private NewPassword() {}

    /** Reads {@code password} and {@code repeat}; blanks at the ends belong to it. */
    static String read(Form form) {
        String password = first(form, "password");
        if (password.isEmpty()) {
            form.fail("password", "form.required");
        } else if (!password.equals(first(form, "repeat"))) {
            form.fail("repeat", "account.password.differs");
        }
        return password;
    }

    static String first(Form form, String field) {
        return form.values(field).isEmpty() ? "" : form.values(field).getFirst();
    }
}
