package org.yiwang.paper;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.paper.TableFile.Format;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Files that go out: the template to be filled in, and refused lines to be mended. Written as they are read. */
@Component
public class ImportFiles {

    private static final int READ_AT_ONCE = 2_000;

    private final Imports imports;
    private final LineStore lines;
    private final Headings headings;
    private final Activities activities;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    ImportFiles(
            Imports imports,
            LineStore lines,
            Headings headings,
            Activities activities,
            SignUps signUps,
            Volunteers volunteers,
            AuditTrail audit,
            MessageSource messages,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.headings = headings;
        this.activities = activities;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Writes the refused lines as they were written, with the reasons in that language, as a file of the kind that was
     * brought. Noted in the trail: it may hold numbers of documents.
     */
    @Transactional
    public void writeRefused(Actor actor, long id, Locale locale, OutputStream out) {
        ImportView view = imports.get(actor, id);
        audit.write(actor, "paper.refused-file", "import:" + Ids.text(id), null, new RegionCode(view.region()));
        try (TableWriter table = TableWriter.of(Format.valueOf(view.format()), out)) {
            table.row(headings.row(locale));
            int after = 0;
            List<LineStore.Refused> some = lines.refused(id, after, READ_AT_ONCE);
            while (!some.isEmpty()) {
                for (LineStore.Refused one : some) {
                    table.row(row(one.line(), say(one.fault(), locale)));
                }
                after = some.getLast().line().no();
                some = lines.refused(id, after, READ_AT_ONCE);
            }
        }
    }

    /**
     * Writes the template: the headings, and a line for everybody who has a place in the activity, to be filled in with
     * the times.
     *
     * @param spreadsheet whether as .xlsx, otherwise as .csv
     * @param activityId the activity whose people stand in it; 0 for headings only
     */
    @Transactional
    public void writeTemplate(Actor actor, long activityId, boolean spreadsheet, Locale locale, OutputStream out) {
        List<List<String>> rows = activityId == 0 ? List.of() : people(actor, activityId);
        try (TableWriter table = TableWriter.of(spreadsheet ? Format.XLSX : Format.CSV, out)) {
            table.row(headings.row(locale));
            rows.forEach(table::row);
        }
    }

    /** Refuses with {@code access.out-of-scope} before anything of the template is written. */
    @Transactional(readOnly = true)
    public void requireTemplate(Actor actor, long activityId) {
        activities.require(actor, Permission.RECORD_ENTER, activityId);
    }

    private List<List<String>> people(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.RECORD_ENTER, activityId);
        List<SignUpView> accepted = signUps.accepted(activityId);
        Map<Long, VolunteerView> people =
                volunteers.getAll(accepted.stream().map(SignUpView::volunteerId).toList());
        List<List<String>> rows = new ArrayList<>();
        activity.shifts().stream()
                .sorted(Comparator.comparing((ShiftView s) -> s.period().start()))
                .forEach(shift -> accepted.stream()
                        .filter(s -> s.shiftId() == shift.id())
                        .map(s -> people.get(s.volunteerId()))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(VolunteerView::number))
                        .forEach(person -> rows.add(prefilled(activity, shift, person))));
        audit.lookAtList(actor, "activity:" + Ids.text(activityId) + " template", people.size(), activity.region());
        return rows;
    }

    private List<String> prefilled(ActivityView activity, ShiftView shift, VolunteerView person) {
        String day =
                LocalDate.ofInstant(shift.period().start(), clock.getZone()).toString();
        return List.of(Ids.text(activity.id()), activity.title(), person.name(), person.number(), "", day, "", "", "");
    }

    private static List<String> row(Line line, String reason) {
        return List.of(
                line.activity(),
                line.title(),
                line.name(),
                line.number(),
                line.document(),
                line.day(),
                line.came(),
                line.left(),
                reason);
    }

    private String say(Staged.Fault fault, Locale locale) {
        return messages.getMessage("problem." + fault.problem(), fault.args().toArray(), locale);
    }
}
