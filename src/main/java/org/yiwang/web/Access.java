package org.yiwang.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.yiwang.kernel.Permission;

/**
 * The rule of a route: which permission the caller must hold at some scope. Every handler method carries one, and a
 * test fails on a route without. Whether the scope fits the thing asked for is checked by the module's entry point.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    /** The permission. */
    Permission value();
}
