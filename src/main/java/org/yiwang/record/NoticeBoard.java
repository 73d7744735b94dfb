package org.yiwang.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Slice;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What is on public notice, for anybody (domain F15). Surnames only, and not even those of minors and of people who do not
 * want it (PIPL art. 25); the number of a volunteer never appears.
 */
@Component
public class NoticeBoard {

    private static final int PAGE_SIZE = 30;
    private static final int PAGES = 200;
    private static final int ADULT = 18;

    private final NoticeBoardStore store;
    private final Volunteers volunteers;
    private final Clock clock;

    NoticeBoard(NoticeBoardStore store, Volunteers volunteers, Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** One page of what is on notice, the latest first; at most the first 200 pages. */
    @Transactional(readOnly = true)
    public Slice<NoticeLine> list(NoticeQuery query, int page) {
        int number = Math.clamp(page, 1, PAGES);
        List<RecordView> records = store.list(query, (number - 1) * PAGE_SIZE, PAGE_SIZE + 1);
        List<Long> people =
                records.stream().map(RecordView::volunteerId).distinct().toList();
        Map<Long, VolunteerView> views = volunteers.getAll(people);
        Set<Long> hidden = store.hidden(people);
        return Slice.cut(records, number, PAGE_SIZE)
                .map(r -> line(r, views.get(r.volunteerId()), hidden.contains(r.volunteerId())));
    }

    /**
     * A record by its number alone while it is on notice, for whoever takes a report about it; nothing of it but what
     * {@link #list} shows may be shown to the reporter.
     */
    public Optional<RecordView> find(long recordId) {
        return store.find(recordId);
    }

    /** Whether the volunteer is not named on the notice; the actor acts for the volunteer. */
    public boolean isHidden(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return !store.hidden(List.of(volunteerId)).isEmpty();
    }

    /** Chooses whether the volunteer is named, masked, on the notice; the actor acts for the volunteer. */
    @Transactional
    public void hide(Actor actor, long volunteerId, boolean hidden) {
        volunteers.require(actor, volunteerId);
        if (hidden) {
            store.hide(volunteerId, clock.instant());
        } else {
            store.show(volunteerId);
        }
    }

    private NoticeLine line(RecordView r, @Nullable VolunteerView person, boolean hidden) {
        return new NoticeLine(
                r.recordId(),
                person == null || hidden || !isNamed(person) ? null : surname(person),
                r.activityId(),
                r.title(),
                r.organizationId(),
                r.organizationName(),
                r.regionCode(),
                r.serviceDate(),
                r.serviceMinutes(),
                r.kind(),
                r.origin(),
                java.util.Objects.requireNonNull(r.countsOn()));
    }

    private boolean isNamed(VolunteerView person) {
        return person.state() == VolunteerView.State.VALID
                && person.guardianAccountId() == null
                && !person.birthDate().plusYears(ADULT).isAfter(LocalDate.now(clock));
    }

    /** Always one star, so that not even the length of the name shows. */
    private static String surname(VolunteerView person) {
        return person.name().substring(0, person.name().offsetByCodePoints(0, 1)) + "*";
    }
}
