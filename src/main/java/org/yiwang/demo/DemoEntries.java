package org.yiwang.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Risk;
import org.yiwang.attendance.Direction;
import org.yiwang.demo.Town.Team;
import org.yiwang.entry.EntryDesk;
import org.yiwang.entry.EntryDraft;
import org.yiwang.entry.EntryKind;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.MakeupCalls;
import org.yiwang.entry.MakeupOffice;
import org.yiwang.entry.MakeupSample;
import org.yiwang.entry.OwnEntries;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.trust.Outcome;
import org.yiwang.volunteer.VolunteerView;

/** Service that no check-in recorded: entered by the administrator, confirmed by the liaison, waiting where it must. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoEntries {

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final EntryDesk desk;
    private final OwnEntries own;
    private final MakeupOffice office;
    private final MakeupCalls calls;

    DemoEntries(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            EntryDesk desk,
            OwnEntries own,
            MakeupOffice office,
            MakeupCalls calls) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.desk = desk;
        this.own = own;
        this.office = office;
        this.calls = calls;
    }

    void play(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        DemoStage.scene("entries by hand", () -> forgotten(town, today.minusDays(8)));
        DemoStage.scene("makeup", () -> makeup(town, today.minusDays(18)));
    }

    /** Of those who came some have no check-in; one is on record by hand, one waits for the liaison, a stranger for the district. */
    private void forgotten(Town town, LocalDate day) {
        Team team = town.first();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        Held held = held(town, day, "花桥社区消防演练引导", Set.of(me));
        List<VolunteerView> others = new ArrayList<>(held.people);
        others.removeIf(person -> person.id() == me.id());
        VolunteerView second = others.removeLast();
        clock.set(held.shift.start().minusSeconds(300));
        List<VolunteerView> came = stage.check(team, held.activity, others, Direction.IN);
        clock.set(held.shift.end().plusSeconds(60));
        stage.check(team, held.activity, came, Direction.OUT);
        clock.set(held.shift.end().plus(Duration.ofHours(14)));
        stage.close(team, held.activity);
        VolunteerView stranger = stage.some(town, team, 12).stream()
                .filter(person -> held.people.stream().noneMatch(p -> p.id() == person.id()))
                .findFirst()
                .orElseThrow();

        clock.set(held.shift.end().plus(Duration.ofHours(16)));
        long mine = enter(held, EntryKind.MANUAL, "手机没电，没有签到", "现场签名表上有本人签名，联络员在场", new byte[0], me);
        long its = enter(held, EntryKind.MANUAL, "临时来帮忙，没有报名", "合影里有本人，社区工作人员可以证明", new byte[0], stranger);
        clock.set(held.shift.end().plus(Duration.ofHours(20)));
        confirm(held, mine, me);
        confirm(held, its, stranger);
        own.agree(actors.of(stranger), held.activity.id(), its, stranger.id());
        clock.set(held.shift.end().plus(Duration.ofDays(6)));
        enter(held, EntryKind.MANUAL, "扫码时没有网络", "现场签名表上有本人签名", new byte[0], second);
    }

    /** Nobody was recorded on that evening; the signed list was scanned, and waits for the district. */
    private void makeup(Town town, LocalDate day) {
        Held held = held(town, day, "花桥社区停电夜间照明引导", Set.of());
        clock.set(held.shift.end().plus(Duration.ofHours(15)));
        stage.close(town.first(), held.activity);
        clock.set(held.shift.end().plus(Duration.ofDays(14)));
        VolunteerView[] people = held.people.stream().limit(4).toArray(VolunteerView[]::new);
        long sheet = enter(held, EntryKind.MAKEUP, "当晚停电停网，无法签到", "纸质签名表，见扫描件", signedList(), people);
        clock.set(held.shift.end().plus(Duration.ofDays(15)));
        confirm(held, sheet, people);
    }

    /** The district draws whom to call about the makeup; one confirms, another one does not answer. After the log has grown. */
    void call() {
        Actor district = actors.of(Cast.DISTRICT);
        EntrySheet sheet = office.queue(district).stream()
                .filter(one -> one.kind() == EntryKind.MAKEUP)
                .findFirst()
                .orElseThrow();
        calls.draw(district, sheet.activityId(), sheet.id());
        List<MakeupSample.Person> drawn = calls.of(sheet).drawn();
        long first = drawn.getFirst().volunteerId();
        long last = drawn.getLast().volunteerId();
        calls.note(district, sheet.activityId(), sheet.id(), first, Outcome.CONFIRMED, "");
        calls.note(district, sheet.activityId(), sheet.id(), last, Outcome.NOT_REACHED, "");
    }

    private Held held(Town town, LocalDate day, String title, Set<VolunteerView> cast) {
        Team team = town.first();
        Period shift = stage.shift(day, 18, 30, 120);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, title, new Risk(1, team.story().risk(), "")),
                DemoStage.post("引导员", Conditions.NONE, 10, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(cast);
        people.addAll(stage.some(town, team, 6));
        return new Held(activity, shift, stage.signUp(people, activity));
    }

    private long enter(Held held, EntryKind kind, String why, String shownBy, byte[] scan, VolunteerView... people) {
        List<EntryDraft.Served> served = List.of(people).stream()
                .map(person -> new EntryDraft.Served(person.id(), held.shift))
                .toList();
        long shift = held.activity.shifts().getFirst().id();
        return desk.enter(
                actors.of(Cast.TEAM_ADMIN),
                new EntryDraft(held.activity.id(), shift, kind, served, why, shownBy),
                scan);
    }

    private void confirm(Held held, long sheet, VolunteerView... people) {
        Actor liaison = actors.of(Cast.LIAISON);
        String proof = desk.get(liaison, held.activity.id(), sheet).proofHash();
        if (proof != null) {
            desk.proof(liaison, held.activity.id(), sheet);
        }
        desk.confirm(
                liaison,
                held.activity.id(),
                sheet,
                List.of(people).stream().map(VolunteerView::id).collect(Collectors.toSet()),
                proof);
    }

    /** A sheet of paper with lines on it and something like signatures. */
    byte[] signedList() {
        BufferedImage paper = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(new Color(0xfaf8f2));
        pen.fillRect(0, 0, 620, 877);
        pen.setColor(Color.GRAY);
        for (int y = 120; y < 820; y += 70) {
            pen.drawLine(50, y, 570, y);
        }
        pen.drawLine(250, 120, 250, 820);
        pen.setColor(new Color(0x1d3a7a));
        for (int line = 0; line < 4; line++) {
            int y = 160 + 70 * line;
            for (int x = 270; x < 500; x += 12) {
                pen.drawLine(
                        x,
                        y + stage.random().nextInt(20),
                        x + 12,
                        y + stage.random().nextInt(20));
            }
            pen.fillRect(70, y, 90 + 10 * line, 10);
        }
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(paper, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Held(ActivityView activity, Period shift, List<VolunteerView> people) {}
}
