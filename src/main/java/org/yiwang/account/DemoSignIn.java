package org.yiwang.account;

import org.yiwang.kernel.Label;

/**
 * A sign-in that the demo city shows on the sign-in page. A bean of type {@code DemoSignIns} supplies them; without one
 * nothing is shown.
 *
 * @param mobile number to sign in with
 * @param password its password
 * @param who what the person is
 */
public record DemoSignIn(String mobile, String password, Label who) {}
