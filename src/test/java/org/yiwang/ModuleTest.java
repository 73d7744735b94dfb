package org.yiwang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTest {

    @Test
    void modules_keep_their_borders() {
        ApplicationModules.of(Yiwang.class).verify();
    }
}
