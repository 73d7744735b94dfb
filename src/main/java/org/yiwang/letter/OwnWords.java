package org.yiwang.letter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.PersonalExport;
import org.yiwang.volunteer.Volunteers;

/**
 * Words of thanks as those who served read them: of every activity of which the person has a record that counts or may come to count.
 * Nothing is copied to a person: who took thanks back took them back everywhere.
 */
@Component
public class OwnWords implements PersonalExport {

    private final WordStore store;
    private final EffectiveRecords services;
    private final Volunteers volunteers;

    OwnWords(WordStore store, EffectiveRecords services, Volunteers volunteers) {
        this.store = store;
        this.services = services;
        this.volunteers = volunteers;
    }

    /**
     * A word of thanks with the service that they are for.
     *
     * @param word what was said
     * @param recordId the person's last record of the activity
     * @param title the activity
     * @param day the day of that record
     */
    public record Received(KindWord word, long recordId, String title, LocalDate day) {}

    /** All that the person may read, the latest first; refuses with {@code volunteer.not-yours}. */
    @Transactional(readOnly = true)
    public List<Received> of(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return received(services.live(volunteerId));
    }

    /** Those for services of the year that count: of several services in one activity, the last decides. */
    @Transactional(readOnly = true)
    public List<Received> ofYear(Actor actor, long volunteerId, int year) {
        volunteers.require(actor, volunteerId);
        return ofYear(volunteerId, year);
    }

    /** The same, for who has checked who asks. */
    List<Received> ofYear(long volunteerId, int year) {
        return received(services.inFull(volunteerId)).stream()
                .filter(r -> r.day().getYear() == year)
                .toList();
    }

    private List<Received> received(List<RecordView> records) {
        Map<Long, RecordView> last = new HashMap<>();
        records.forEach(r -> last.put(r.activityId(), r));
        return last.isEmpty()
                ? List.of()
                : store.delivered(last.keySet()).stream()
                        .map(t -> received(t, Objects.requireNonNull(last.get(t.activityId()))))
                        .toList();
    }

    private static Received received(KindWord word, RecordView record) {
        return new Received(word, record.recordId(), record.title(), record.serviceDate());
    }

    @Override
    public String section() {
        return "thanks";
    }

    @Override
    public Object export(long volunteerId) {
        return received(services.live(volunteerId)).stream().map(OwnWords::line).toList();
    }

    private static Map<String, String> line(Received r) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("activity", r.title());
        line.put("date", r.day().toString());
        line.put("words", Objects.requireNonNullElse(r.word().words(), ""));
        line.put("name", Objects.requireNonNullElse(r.word().firstName(), ""));
        line.put("origin", r.word().origin().name());
        return line;
    }
}
