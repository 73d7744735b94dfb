package org.yiwang.activity;

/**
 * Whom to ask; shown to everybody.
 *
 * @param name as people address the person
 * @param phone a telephone that is answered
 */
public record Contact(String name, String phone) {

    /** Nobody named yet. */
    public static final Contact NONE = new Contact("", "");
}
