package org.yiwang.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordKey;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Tells volunteers what is entered about them, and the organization's people what waits for them. */
@Component
class EntryNotices {

    private static final String MINE = "/me/entries";

    private final Notifications notifications;
    private final Organizations organizations;
    private final Volunteers volunteers;

    EntryNotices(Notifications notifications, Organizations organizations, Volunteers volunteers) {
        this.notifications = notifications;
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    void entered(EntrySheet sheet, EntryLine line) {
        volunteer(line, "notice.entry.entered", List.of(sheet.title(), minutes(line)), MINE, line.stranger());
    }

    void toConfirm(EntrySheet sheet, long but) {
        Set<Long> leaders = new LinkedHashSet<>(organizations.leaders(sheet.organizationId()));
        leaders.remove(but);
        notifications.tell(
                leaders,
                new Notice(
                        "notice.entry.to-confirm",
                        List.of(
                                sheet.title(),
                                String.valueOf(sheet.lines().size()),
                                sheet.expiresOn().toString()),
                        page(sheet),
                        false));
    }

    void toAgree(EntrySheet sheet, EntryLine line) {
        volunteer(
                line,
                "notice.entry.to-agree",
                List.of(sheet.title(), minutes(line), sheet.expiresOn().toString()),
                MINE,
                true);
    }

    void recorded(EntrySheet sheet, EntryLine line, RecordKey key, long days) {
        String link = "/me/hours/" + Ids.text(key.recordId()) + "?volunteer=" + Ids.text(line.volunteerId());
        volunteer(
                line,
                "notice.entry.recorded",
                List.of(sheet.title(), minutes(line), String.valueOf(days)),
                link,
                false);
    }

    /** By the checks of the records, whose reason stands on the page. */
    void unfit(EntrySheet sheet, EntryLine line) {
        volunteer(line, "notice.entry.unfit", List.of(sheet.title()), MINE, false);
        organizer(sheet, "notice.entry.unfit-desk", List.of(sheet.title(), name(line)));
    }

    void refused(EntrySheet sheet, EntryLine line, String why) {
        volunteer(line, "notice.entry.refused", List.of(sheet.title(), why), MINE, false);
        organizer(sheet, "notice.entry.refused-desk", List.of(sheet.title(), name(line), why));
    }

    void disagreed(EntrySheet sheet, EntryLine line, String why) {
        List<String> args = List.of(sheet.title(), name(line), why);
        organizer(sheet, "notice.entry.disagreed", args);
        Long second = line.confirmedBy();
        if (second != null) {
            notifications.tell(second, new Notice("notice.entry.disagreed", args, page(sheet), false));
        }
    }

    void withdrawn(EntrySheet sheet, EntryLine line, String why) {
        volunteer(line, "notice.entry.withdrawn", List.of(sheet.title(), why), MINE, false);
    }

    void expired(EntrySheet sheet, EntryLine line) {
        volunteer(line, "notice.entry.expired", List.of(sheet.title()), MINE, false);
        organizer(sheet, "notice.entry.expired-desk", List.of(sheet.title(), name(line)));
    }

    private void organizer(EntrySheet sheet, String key, List<String> args) {
        notifications.tell(sheet.enteredBy(), new Notice(key, args, page(sheet), false));
    }

    private void volunteer(EntryLine line, String key, List<String> args, String link, boolean urgent) {
        VolunteerView person = volunteers.get(line.volunteerId());
        notifications.tell(person.contactAccountId(), new Notice(key, args, link, urgent));
    }

    private String name(EntryLine line) {
        return volunteers.get(line.volunteerId()).name();
    }

    private static String minutes(EntryLine line) {
        return String.valueOf(line.minutes());
    }

    private static String page(EntrySheet sheet) {
        return "/desk/entries/" + Ids.text(sheet.activityId()) + "/" + Ids.text(sheet.id());
    }
}
