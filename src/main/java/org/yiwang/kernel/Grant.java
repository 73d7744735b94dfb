package org.yiwang.kernel;

/**
 * A role held at a scope.
 *
 * @param role what
 * @param scope where
 */
public record Grant(Role role, Scope scope) {}
