package org.yiwang.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.entry.EntryGate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.ImportStore.Source;
import org.yiwang.paper.ImportView.Kind;
import org.yiwang.paper.ImportView.State;
import org.yiwang.paper.SheetCodes.Place;
import org.yiwang.paper.TableFile.Format;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Printed sheets (domain N7): where nobody has a phone, people sign on paper. Each line has a code; scanned with the desk's
 * phone it opens that line, the times are typed, and what was typed from the sheets of an activity goes to a second person
 * like a file.
 */
@Component
public class Sheets {

    private final SheetCodes codes;
    private final Staging staging;
    private final Misses misses;
    private final ImportStore imports;
    private final LineStore lines;
    private final EntryGate gate;
    private final Activities activities;
    private final Organizations organizations;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    Sheets(
            SheetCodes codes,
            Staging staging,
            Misses misses,
            ImportStore imports,
            LineStore lines,
            EntryGate gate,
            Activities activities,
            Organizations organizations,
            SignUps signUps,
            Volunteers volunteers,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.codes = codes;
        this.staging = staging;
        this.misses = misses;
        this.imports = imports;
        this.lines = lines;
        this.gate = gate;
        this.activities = activities;
        this.organizations = organizations;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** The sheets of an activity, with the names of those who have a place: noted in the trail. */
    @Transactional
    public SheetView print(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.RECORD_ENTER, activityId);
        List<SignUpView> accepted = signUps.accepted(activityId);
        Map<Long, VolunteerView> people =
                volunteers.getAll(accepted.stream().map(SignUpView::volunteerId).toList());
        int blank = rules.current(PaperRule.KEY, PaperRule.class).value().blankLines();
        List<SheetView.OfShift> shifts = activity.shifts().stream()
                .sorted(Comparator.comparing((ShiftView s) -> s.period().start())
                        .thenComparing(ShiftView::id))
                .map(shift -> ofShift(activityId, shift, accepted, people, blank))
                .toList();
        audit.lookAtList(actor, "activity:" + Ids.text(activityId) + " sheet", people.size(), activity.region());
        return new SheetView(
                activity, organizations.get(activity.organizationId()).name(), Ids.text(activityId), shifts);
    }

    private SheetView.OfShift ofShift(
            long activityId, ShiftView shift, List<SignUpView> accepted, Map<Long, VolunteerView> people, int blank) {
        List<VolunteerView> here = accepted.stream()
                .filter(s -> s.shiftId() == shift.id())
                .map(s -> people.get(s.volunteerId()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(VolunteerView::number))
                .toList();
        List<SheetView.Line> all = new ArrayList<>();
        for (VolunteerView person : here) {
            all.add(new SheetView.Line(
                    all.size() + 1, codes.of(new Place(activityId, shift.id(), person.id())), person));
        }
        for (int i = 1; i <= blank; i++) {
            all.add(new SheetView.Line(all.size() + 1, codes.of(new Place(activityId, shift.id(), i)), null));
        }
        return new SheetView.OfShift(shift, all);
    }

    /** The line that a code names; refuses with {@code paper.sheet-code} and {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public SheetView.Scanned scan(Actor actor, String code) {
        Place place = codes.read(code);
        ActivityView activity = activities.require(actor, Permission.RECORD_ENTER, place.activityId());
        ShiftView shift = activity.shifts().stream()
                .filter(s -> s.id() == place.shiftId())
                .findFirst()
                .orElseThrow(() -> new Refusal(PaperProblem.SHEET_CODE));
        return new SheetView.Scanned(
                activity,
                shift,
                place.isBlank() ? null : volunteers.get(place.who()),
                place.isBlank() ? (int) place.who() : 0);
    }

    /**
     * Puts down what stands on a line; typing a line again replaces what was typed before. Refuses with what {@link
     * PaperProblem} says of lines.
     *
     * @param typed name, number and times
     * @return the import in which the lines of this activity typed by this person are gathered
     */
    @Transactional
    public long enter(Actor actor, String code, Typed typed) {
        SheetView.Scanned scanned = scan(actor, code);
        ActivityView activity = scanned.activity();
        OrganizationView organization = gate.require(actor, activity.organizationId());
        long importId = open(actor, activity, organization);
        List<Line> written = List.of(line(importId, scanned, typed));
        List<Staged> read = staging.read(written, activity.organizationId());
        misses.count(actor, written, read);
        Staged staged = read.getFirst();
        if (staged.fault() != null) {
            throw refusal(staged.fault());
        }
        lines.forget(importId, Objects.requireNonNull(staged.volunteerId()), Objects.requireNonNull(staged.span()));
        lines.insert(importId, List.of(staged));
        lines.recount(importId);
        return importId;
    }

    private long open(Actor actor, ActivityView activity, OrganizationView organization) {
        return imports.findOpen(activity.id(), actor.accountId())
                .map(ImportView::id)
                .orElseGet(() -> {
                    long id = Ids.next();
                    imports.insert(
                            id,
                            organization,
                            new Source(Kind.SHEET, activity.id(), activity.title(), Format.XLSX, new byte[0]),
                            State.OPEN,
                            actor.accountId(),
                            clock.instant());
                    return id;
                });
    }

    /** The line as it would stand in a file. A departure before the arrival is on the next day if the shift ends there. */
    private Line line(long importId, SheetView.Scanned scanned, Typed typed) {
        VolunteerView person = scanned.person();
        Period shift = scanned.shift().period();
        LocalDate first = LocalDate.ofInstant(shift.start(), clock.getZone());
        LocalDate last = LocalDate.ofInstant(shift.end().minusSeconds(1), clock.getZone());
        LocalDate came = typed.came()
                        .isBefore(LocalTime.ofInstant(shift.start(), clock.getZone())
                                .minusHours(4))
                ? last
                : first;
        LocalDate left = typed.left().isAfter(typed.came()) ? came : last;
        boolean unified = typed.number().length() == 17;
        return new Line(
                lines.nextLine(importId),
                Ids.text(scanned.activity().id()),
                scanned.activity().title(),
                person == null ? typed.name() : person.name(),
                person == null ? unified ? typed.number() : "" : person.number(),
                person == null && !unified ? typed.number() : "",
                first.toString(),
                came + " " + typed.came(),
                left + " " + typed.left());
    }

    private static Refusal refusal(Staged.Fault fault) {
        PaperProblem problem = Arrays.stream(PaperProblem.values())
                .filter(p -> p.code().equals(fault.problem()))
                .findFirst()
                .orElseThrow();
        Refusal refusal = new Refusal(problem, fault.args().toArray());
        return switch (problem) {
            case NO_NAME -> refusal.at("name");
            case NO_NUMBER, PERSON_UNKNOWN, PERSON_NOT_VALID -> refusal.at("number");
            case CAME -> refusal.at("came");
            case LEFT, ORDER, FUTURE -> refusal.at("left");
            default -> refusal;
        };
    }

    /**
     * What was typed from a line.
     *
     * @param name as written on a blank line; not read for a line with a person
     * @param number unified number or number of a document, likewise
     * @param came arrival
     * @param left departure
     */
    public record Typed(String name, String number, LocalTime came, LocalTime left) {}
}
