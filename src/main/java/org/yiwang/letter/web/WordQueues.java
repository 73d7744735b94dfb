package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.letter.WordDesk;
import org.yiwang.web.Queue;

/** Words of thanks that wait for a look. */
@Configuration(proxyBeanMethods = false)
class WordQueues {

    @Bean
    Queue wordsOfThanks(WordDesk desk) {
        return Queue.of(Queue.Door.DESK, ACTIVITY_MANAGE, "heart", "letter.queue", "/desk/words", desk::countWaiting);
    }
}
