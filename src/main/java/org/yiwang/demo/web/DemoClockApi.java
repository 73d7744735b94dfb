package org.yiwang.demo.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.demo.DemoClock;
import org.yiwang.web.Access;

/**
 * Lets time pass in a demo city, for scripts that would have to wait. Only where {@code yiwang.demo.clock} says so besides
 * {@code yiwang.demo}: the clock is that of everybody who looks at the city. Elsewhere there is no such address.
 */
@RestController
@ConditionalOnBooleanProperty({"yiwang.demo", "yiwang.demo.clock"})
@RequestMapping("/api/v1/demo/clock")
@Tag(name = "demo", description = "Only in a demo city")
class DemoClockApi {

    private static final int LONGEST_SECONDS = 86_400;

    private final DemoClock clock;

    DemoClockApi(DemoClock clock) {
        this.clock = clock;
    }

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "By how many seconds the city's clock is ahead of the real time")
    Ahead ahead() {
        return new Ahead(clock.ahead().toSeconds());
    }

    @PostMapping
    @Access(ANYONE)
    @Operation(summary = "Let seconds pass at once, at most a day; whatever is due by then is done within seconds")
    Ahead forward(@RequestBody Forward body) {
        return new Ahead(clock.forward(Duration.ofSeconds(Math.clamp(body.seconds(), 0, LONGEST_SECONDS)))
                .toSeconds());
    }

    /** How far ahead the clock is. */
    record Ahead(long ahead) {}

    /** How much time passes. */
    record Forward(long seconds) {}
}
