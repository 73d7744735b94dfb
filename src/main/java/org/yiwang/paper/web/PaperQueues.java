package org.yiwang.paper.web;

import static org.yiwang.kernel.Permission.RECORD_ENTER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.paper.Imports;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** Imports that wait for a second person. */
@Configuration(proxyBeanMethods = false)
class PaperQueues {

    @Bean
    Queue importsToConfirm(Imports imports) {
        return Queue.of(
                Door.DESK, RECORD_ENTER, "file-text", "door.desk.imports", "/desk/imports", imports::countToConfirm);
    }
}
