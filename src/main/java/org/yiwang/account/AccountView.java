package org.yiwang.account;

/**
 * An account as other modules see it.
 *
 * @param id its id
 * @param name the person's name
 * @param maskedMobile 138****5678
 */
public record AccountView(long id, String name, String maskedMobile) {}
