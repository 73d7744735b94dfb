package org.yiwang.record.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;

/**
 * Records as a table that spreadsheets open: comma-separated, UTF-8 with the mark that Excel needs. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
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
        StringBuilder text = new StringBuilder("\uFEFF");
        row(text, COLUMNS.stream().map(c -> say("record.file." + c, locale)));
        for (RecordView record : records) {
            row(text, cells(record, people.get(record.volunteerId()), name, locale));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"records.csv\"")
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
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

    private static void row(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(RecordFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
