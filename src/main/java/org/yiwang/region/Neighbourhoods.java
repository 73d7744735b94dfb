package org.yiwang.region;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;

/** Making, renaming and closing neighbourhoods (邻里) below communities and grids (网格) below neighbourhoods. */
@Component
public class Neighbourhoods {

    private static final int LAST_NUMBER = 999;

    private final RegionStore store;
    private final RegionMemory memory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Neighbourhoods(RegionStore store, RegionMemory memory, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes one with the next number below its parent; numbers of closed ones are not given again. Refuses with
     * {@code region.not-below-here}, {@code region.unknown}, {@code region.name-taken}, {@code region.full}.
     */
    @Transactional
    public RegionCode add(Actor actor, RegionCode parent, String name) {
        actor.require(Permission.REGION_EDIT, parent);
        if (parent.level() != Level.COMMUNITY && parent.level() != Level.NEIGHBOURHOOD) {
            throw new Refusal(RegionProblem.NOT_BELOW_HERE);
        }
        if (!store.lockOpen(parent)) {
            throw new Refusal(RegionProblem.UNKNOWN, parent.value());
        }
        if (store.nameTaken(parent, name, "")) {
            throw new Refusal(RegionProblem.NAME_TAKEN, name).at("name");
        }
        int number = store.lastNumber(parent) + 1;
        if (number > LAST_NUMBER) {
            throw new Refusal(RegionProblem.FULL);
        }
        RegionCode code =
                new RegionCode(parent.value() + Integer.toString(1000 + number).substring(1));
        store.insert(code, name);
        kept(actor, "add", code, name);
        return code;
    }

    /** Renames one. Refuses with {@code region.official}, {@code region.name-taken}, {@code region.closed}. */
    @Transactional
    public void rename(Actor actor, RegionCode code, String name) {
        RegionCode parent = parentOfMade(actor, code);
        if (!store.lockOpen(parent)) {
            throw new Refusal(RegionProblem.UNKNOWN, parent.value());
        }
        if (store.nameTaken(parent, name, code.value())) {
            throw new Refusal(RegionProblem.NAME_TAKEN, name).at("name");
        }
        if (!store.rename(code, name)) {
            throw new Refusal(RegionProblem.CLOSED);
        }
        kept(actor, "rename", code, name);
    }

    /** Closes one with the grids below it; what refers to them keeps their names. Refuses with {@code region.official}. */
    @Transactional
    public void close(Actor actor, RegionCode code) {
        RegionCode parent = parentOfMade(actor, code);
        store.lockOpen(parent);
        if (store.close(code, clock.instant()) > 0) {
            kept(actor, "close", code, "");
        }
    }

    private static RegionCode parentOfMade(Actor actor, RegionCode code) {
        actor.require(Permission.REGION_EDIT, code);
        if (code.level().compareTo(Level.COMMUNITY) <= 0) {
            throw new Refusal(RegionProblem.OFFICIAL);
        }
        return code.parent().orElseThrow();
    }

    private void kept(Actor actor, String what, RegionCode code, String name) {
        store.log(code, what, name, actor.accountId(), clock.instant());
        memory.changed();
        events.publishEvent(new RegionChanged(actor, "region." + what, code, name));
    }
}
