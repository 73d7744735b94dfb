package org.yiwang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PublicNotice;
import org.yiwang.region.Regions;

/**
 * Writes the demo city before the server opens its doors and before any job runs: only into an empty database, and
 * into an external one only when asked for by {@code yiwang.demo.external=true}. While it writes into the embedded
 * database a mark lies beside it ({@code yiwang.demo.mark}, set by the launch), by which the next start knows a city
 * that was cut off and begins anew. An external one that was cut off is left as it is: the people already there make it
 * not empty.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoCity implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    private static final RegionCode WUHAN = new RegionCode("4201");

    private final DemoClock clock;
    private final Accounts accounts;
    private final Regions regions;
    private final DemoPeople people;
    private final DemoActivities activities;
    private final DemoScenes scenes;
    private final DemoEntries entries;
    private final DemoPaper paper;
    private final DemoPlans plans;
    private final DemoMoves moves;
    private final DemoDossier dossiers;
    private final PublicNotice publicNotice;
    private final DemoCertificates certificates;
    private final DemoTrust trust;
    private final List<Epilogue> epilogues;
    private final String mark;
    private final boolean allowed;
    private final Size size;
    private volatile boolean running;

    DemoCity(
            DemoClock clock,
            Accounts accounts,
            Regions regions,
            DemoPeople people,
            DemoActivities activities,
            DemoScenes scenes,
            DemoEntries entries,
            DemoPaper paper,
            DemoPlans plans,
            DemoMoves moves,
            DemoDossier dossiers,
            PublicNotice publicNotice,
            DemoCertificates certificates,
            DemoTrust trust,
            List<Epilogue> epilogues,
            @Value("${yiwang.demo.mark:}") String mark,
            @Value("${yiwang.embedded:false}") boolean embedded,
            @Value("${yiwang.demo.external:false}") boolean external,
            @Value("${yiwang.demo.volunteers:3000}") int volunteers,
            @Value("${yiwang.demo.teams:44}") int teams,
            @Value("${yiwang.demo.activities:300}") int howManyActivities) {
        this.clock = clock;
        this.accounts = accounts;
        this.regions = regions;
        this.people = people;
        this.activities = activities;
        this.scenes = scenes;
        this.entries = entries;
        this.paper = paper;
        this.plans = plans;
        this.moves = moves;
        this.dossiers = dossiers;
        this.publicNotice = publicNotice;
        this.certificates = certificates;
        this.trust = trust;
        this.epilogues = epilogues;
        this.mark = mark;
        this.allowed = embedded || external;
        this.size = new Size(volunteers, teams, howManyActivities);
    }

    @Override
    public void start() {
        running = true;
        if (!allowed || !accounts.isEmpty()) {
            return;
        }
        if (!regions.city().code().equals(WUHAN)) {
            log.warn("The demo city is Wuhan, and yiwang.city is another one: nothing was written");
            return;
        }
        long began = System.nanoTime();
        Instant now = clock.instant();
        log.info(
                "Writing the demo city into the empty database: {}",
                regions.city().name());
        try {
            mark(true);
            var town = people.settle(now, size);
            if (size.activities() > 0) {
                activities.live(town, now, size.activities());
                scenes.play(town, now);
                entries.play(town, now);
                paper.play(town, now);
                dossiers.write(town, now);
                plans.make(town, now);
                DemoStage.scene("people who move", () -> moves.play(town, now));
                clock.set(now);
                publicNotice.countDue();
                trust.play(town, now);
                DemoStage.scene("calls about makeup", entries::call);
                certificates.play(town);
                epilogues.forEach(each -> DemoStage.scene(each.name(), () -> each.play(town, now)));
            }
            mark(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clock.backToNow();
        }
        log.info(
                "The demo city stands after {} s",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void mark(boolean begun) throws IOException {
        if (mark.isEmpty()) {
            return;
        }
        if (begun) {
            Files.writeString(Path.of(mark), "The demo city is being written.");
        } else {
            Files.delete(Path.of(mark));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before jobs and the web server, which start last. */
    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * How large the city is made.
     *
     * @param volunteers how many people register, the cast included
     * @param teams how many teams they found; each needs about seven volunteers
     * @param activities past and coming ones
     */
    record Size(int volunteers, int teams, int activities) {}
}
