package org.yiwang.record.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Csv;

/** Records as a table that spreadsheets open. */
@Component
class RecordFile {

    private static final List<String> COLUMNS = List.of(
            "name",
            "number",
            "date",
            "from",
            "to",
            "minutes",
            "kind",
            "state",
            "category",
            "activity",
            "post",
            "place",
            "organization",
            "in-charge");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final Codes codes;
    private final java.time.Clock clock;

    RecordFile(MessageSource messages, Codes codes, java.time.Clock clock) {
        this.messages = messages;
        this.codes = codes;
        this.clock = clock;
    }

    ResponseEntity<byte[]> of(
            List<RecordView> records,
            Map<Long, VolunteerView> people,
            Function<VolunteerView, String> name,
            Locale locale) {
        Csv file = new Csv(COLUMNS.stream().map(c -> say("record.file." + c, locale)));
        for (RecordView record : records) {
            file.row(cells(record, people.get(record.volunteerId()), name, locale));
        }
        return file.file("records.csv");
    }

    private Stream<String> cells(
            RecordView r,
            @org.jspecify.annotations.Nullable VolunteerView person,
            Function<VolunteerView, String> name,
            Locale locale) {
        ZoneId zone = clock.getZone();
        String category = codes.find("category", r.category())
                .map(c -> c.label().in(locale))
                .orElse(r.category());
        return Stream.of(
                person == null ? "" : name.apply(person),
                person == null ? "" : person.number(),
                r.serviceDate().toString(),
                MOMENT.format(r.served().start().atZone(zone)),
                MOMENT.format(r.served().end().atZone(zone)),
                String.valueOf(r.serviceMinutes()),
                say("record.kind." + r.kind(), locale),
                say("record.state." + r.state(), locale),
                category,
                r.title(),
                r.postName(),
                r.place(),
                r.organizationName(),
                r.personInCharge());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
