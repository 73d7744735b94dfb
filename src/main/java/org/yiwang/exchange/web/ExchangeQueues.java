package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.TRANSFER_DECIDE;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.exchange.ArrivalDesk;
import org.yiwang.exchange.Doubts;
import org.yiwang.exchange.Issuers;
import org.yiwang.kernel.Actor;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;
import org.yiwang.web.Queue.Waiting;

/** What waits for the city office about passports from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ExchangeQueues {

    @Bean
    Queue passportsToDecide(ArrivalDesk desk) {
        return ofCity(desk, "door.gov.queue.passports", ArrivalDeskPages.HOME, desk::countWaiting);
    }

    @Bean
    Queue conflictsToSettle(ArrivalDesk desk) {
        return ofCity(desk, "door.gov.queue.conflicts", ArrivalDeskPages.HOME, desk::countConflicts);
    }

    @Bean
    Queue doubtsToDecide(ArrivalDesk desk, Doubts doubts) {
        return ofCity(desk, "door.gov.queue.doubts", ArrivalDeskPages.HOME, doubts::count);
    }

    @Bean
    Queue issuersToConfirm(ArrivalDesk desk, Issuers issuers) {
        return ofCity(desk, "door.gov.queue.issuers", ArrivalDeskPages.ISSUERS, issuers::countWaiting);
    }

    private static Queue ofCity(ArrivalDesk desk, String key, String page, ToIntFunction<Actor> count) {
        return new Queue(
                Door.OFFICE,
                TRANSFER_DECIDE,
                "world",
                key,
                false,
                actor -> desk.isCity(actor)
                        ? Optional.of(new Waiting(count.applyAsInt(actor), page, null))
                        : Optional.empty());
    }
}
