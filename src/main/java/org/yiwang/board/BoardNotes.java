package org.yiwang.board;

import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.record.RecordEvent;
import org.yiwang.volunteer.VolunteerEvent;

/**
 * Notes which members the projector has to look at, in the transaction that changed something about them, so that nobody is
 * forgotten. The people of one transaction are noted in one statement at its end, and only those who take part.
 */
@Component
class BoardNotes {

    private final BoardMemberStore members;

    BoardNotes(BoardMemberStore members) {
        this.members = members;
    }

    @EventListener
    void on(RecordEvent.BecameEffective event) {
        note(event.volunteerId());
    }

    @EventListener
    void on(RecordEvent.CeasedToCount event) {
        note(event.volunteerId());
    }

    /** Whoever closes or suspends the registration takes part no more, and is asked anew on coming back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VolunteerEvent event) {
        switch (event) {
            case VolunteerEvent.Moved moved -> note(moved.volunteerId());
            case VolunteerEvent.Restricted restricted -> gone(restricted.volunteerId());
            case VolunteerEvent.Voided voided -> gone(voided.volunteerId());
            case VolunteerEvent.Registered _, VolunteerEvent.Confirmed _ -> {
                // Nobody takes part who has not chosen to.
            }
        }
    }

    private void gone(long volunteerId) {
        if (members.delete(volunteerId)) {
            members.noteGone(volunteerId);
        }
    }

    private void note(long volunteerId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("what counts changes in transactions only");
        }
        Noted noted = (Noted) TransactionSynchronizationManager.getResource(this);
        if (noted == null) {
            noted = new Noted();
            TransactionSynchronizationManager.bindResource(this, noted);
            TransactionSynchronizationManager.registerSynchronization(noted);
        }
        noted.people.add(volunteerId);
    }

    /** The people of one transaction. */
    private final class Noted implements TransactionSynchronization {

        private final Set<Long> people = new HashSet<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(BoardNotes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(BoardNotes.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            members.note(people);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(BoardNotes.this);
        }
    }
}
