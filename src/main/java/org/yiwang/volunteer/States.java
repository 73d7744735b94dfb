package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.VolunteerView.State;

/** Moves registrations from state to state: the row, the dated line of its history, the claims, the event. */
@Component
class States {

    private final VolunteerStore store;
    private final ChangeStore changes;
    private final Questions questions;
    private final PictureStore pictures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    States(
            VolunteerStore store,
            ChangeStore changes,
            Questions questions,
            PictureStore pictures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.questions = questions;
        this.pictures = pictures;
        this.events = events;
        this.clock = clock;
    }

    /** Confirmed: valid, or to the review queue when no machine could check the document. Returns the new state. */
    State confirm(VolunteerView view, String why, long by) {
        State to = store.details(view.id()).documentChecked() ? State.VALID : State.UNDER_REVIEW;
        move(view, to, why, null, by);
        if (to == State.VALID) {
            events.publishEvent(new VolunteerEvent.Confirmed(view.id()));
        }
        return to;
    }

    /** Void for ever; document and account are free for another registration. */
    void makeVoid(VolunteerView view, String why, @Nullable String note, long by) {
        move(view, State.VOID, why, note, by);
        store.freeDocument(view.id());
        store.freeAccount(view.id());
        pictures.deletePortrait(view.id());
        pictures.deleteDocumentsOn(view.id(), LocalDate.now(clock));
        questions.expire(view.id());
        events.publishEvent(new VolunteerEvent.Voided(view.id()));
    }

    /** Closed by the person: the document stays claimed, for the person may come back. */
    void restrict(VolunteerView view, long by) {
        move(view, State.RESTRICTED, "closed", null, by);
        store.freeAccount(view.id());
        pictures.deleteAll(view.id());
        questions.expire(view.id());
        events.publishEvent(new VolunteerEvent.Restricted(view.id()));
    }

    /**
     * The consent was withdrawn: stored and not used. Account, number and document stay with the person, who may give the
     * consent again; pictures are deleted.
     */
    void suspend(VolunteerView view, long by) {
        move(view, State.SUSPENDED, "consent-withdrawn", null, by);
        pictures.deleteAll(view.id());
        events.publishEvent(new VolunteerEvent.Restricted(view.id()));
    }

    private void move(VolunteerView view, State to, String why, @Nullable String note, long by) {
        store.move(view.id(), to);
        changes.insert(new ChangeStore.Change(view.id(), clock.instant(), view.state(), to, why, note, by));
    }
}
