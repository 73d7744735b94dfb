package org.yiwang.account;

import java.util.List;

/** Supplies the sign-ins of the demo city. */
@FunctionalInterface
public interface DemoSignIns {

    /** All of them, in the order to show. */
    List<DemoSignIn> list();
}
