package org.yiwang.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.letter.Sentence.Part;
import org.yiwang.letter.Sentence.Told;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.TimeKind;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Story cards (domain H13; facts with their source, H14), for the person or the guardian: always made of the records as they
 * are now, never kept and never published. Refuses with {@code volunteer.not-yours}.
 */
@Component
public class Stories {

    /** Of fewer others than these nothing is said: who knows the activity could tell who they are. */
    private static final int SEVERAL = 3;

    /** So many words of thanks stand on a card; all of them on their own page. */
    private static final int QUOTED = 3;

    private final Records records;
    private final EffectiveRecords services;
    private final Activities activities;
    private final WordStore words;
    private final Volunteers volunteers;
    private final Clock clock;

    Stories(
            Records records,
            EffectiveRecords services,
            Activities activities,
            WordStore words,
            Volunteers volunteers,
            Clock clock) {
        this.records = records;
        this.services = services;
        this.activities = activities;
        this.words = words;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** The services of which there are cards: all that count, the latest day first; one page of them. */
    @Transactional(readOnly = true)
    public Slice<Story.Line> list(Actor actor, long volunteerId, int page) {
        Slice<RecordView> slice =
                records.list(actor, volunteerId, new RecordFilter(null, null, RecordState.EFFECTIVE, null), page);
        Set<Long> thanked =
                words
                        .delivered(slice.items().stream()
                                .map(RecordView::activityId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .map(KindWord::activityId)
                        .collect(Collectors.toSet());
        return slice.map(r -> new Story.Line(
                r.recordId(),
                r.title(),
                r.organizationName(),
                r.serviceDate(),
                r.serviceMinutes(),
                r.kind(),
                thanked.contains(r.activityId())));
    }

    /**
     * The card of a service. Refuses with {@code record.unknown}, and with {@code letter.not-counting} for a record that does
     * not count.
     *
     * @param named whether the person wants the full name on it; a minor's never stands there
     */
    @Transactional(readOnly = true)
    public Story of(Actor actor, long volunteerId, long recordId, boolean named) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        RecordView record = records.get(actor, volunteerId, recordId);
        if (record.state() != RecordState.EFFECTIVE) {
            throw new Refusal(LetterProblem.NOT_COUNTING);
        }
        LocalDate today = LocalDate.now(clock);
        boolean adult = !volunteers.comesOfAge(person).isAfter(today);
        return new Story(
                person, recordId, record.title(), record.serviceDate(), named && adult, adult, today, told(record));
    }

    private List<Sentence> told(RecordView record) {
        Source source = new Source.OneRecord(record.recordId());
        List<Sentence> told = new ArrayList<>();
        told.add(new Told("story-day", source, new Fact.Day(record.serviceDate()), new Fact.Words(record.title())));
        if (!record.place().isBlank()) {
            told.add(new Told("story-place", source, new Fact.Words(record.place())));
        }
        told.add(new Told("story-team", source, new Fact.Words(record.organizationName())));
        told.add(new Told(
                record.kind() == TimeKind.CREDIT ? "story-credit" : "story-honour",
                source,
                new Fact.Minutes(record.serviceMinutes())));
        activity(record).ifPresent(activity -> told.addAll(together(activity)));
        thanks(record).ifPresent(told::add);
        return List.copyOf(told);
    }

    /** Activities of other platforms are not here, and say nothing of others. */
    private Optional<ActivityDetail> activity(RecordView record) {
        return activities
                .find(record.activityId())
                .map(a -> activities.detail(a.id()))
                .filter(ActivityDetail::isPublic);
    }

    private List<Sentence> together(ActivityDetail detail) {
        long activityId = detail.activity().id();
        Source source = new Source.OneActivity(activityId);
        List<Sentence> told = new ArrayList<>();
        int others = services.countPeopleOf(activityId) - 1;
        if (others >= SEVERAL) {
            told.add(new Told("story-others", source, new Fact.Count(others)));
        }
        if (detail.summary() != null && detail.summary().servedPeople() > 0) {
            told.add(new Told(
                    "story-served", source, new Fact.Count(detail.summary().servedPeople())));
        }
        return told;
    }

    /** Without the names of those who said them. */
    private Optional<Sentence> thanks(RecordView record) {
        List<KindWord> said = words.delivered(Set.of(record.activityId()));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<Part> quotes = said.stream()
                .limit(QUOTED)
                .map(word -> new Part(
                        "quote",
                        List.of(new Fact.Words(Objects.requireNonNull(word.words()))),
                        new Source.OneThanks(word.wordId())))
                .toList();
        return Optional.of(new Told(
                said.size() > QUOTED ? "story-thanked-some" : "story-thanked",
                List.of(new Fact.Count(said.size()), new Fact.Count(quotes.size())),
                List.of(new Source.AllThanks()),
                quotes));
    }
}
