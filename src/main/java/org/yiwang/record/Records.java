package org.yiwang.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.signup.ServiceHours;
import org.yiwang.volunteer.Volunteers;

/**
 * Service records as the volunteer (or the guardian) sees them: the list, the totals, and what explains each line.
 * Every query checks that the person may act for the volunteer ({@code volunteer.not-yours}).
 */
@Component
public class Records implements ServiceHours {

    private static final int PAGE_SIZE = 20;

    private final RecordStore store;
    private final StandingStore standings;
    private final RecordListStore lists;
    private final Sealing sealing;
    private final Volunteers volunteers;

    Records(RecordStore store, StandingStore standings, RecordListStore lists, Sealing sealing, Volunteers volunteers) {
        this.store = store;
        this.standings = standings;
        this.lists = lists;
        this.sealing = sealing;
        this.volunteers = volunteers;
    }

    /** One page of records, the latest day first. */
    public Slice<RecordView> list(Actor actor, long volunteerId, RecordFilter filter, int page) {
        volunteers.require(actor, volunteerId);
        return lists.list(volunteerId, filter, Slice.page(page), PAGE_SIZE);
    }

    /** Effective totals by year and category, the latest year first; credit and honour time apart. */
    public List<Total> totals(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return lists.totals(volunteerId);
    }

    /** The same totals, for modules above that have checked who asks. */
    public List<Total> totalsOf(long volunteerId) {
        return lists.totals(volunteerId);
    }

    /** One record; refuses with {@code record.unknown} if the volunteer has none of that id. */
    public RecordView get(Actor actor, long volunteerId, long recordId) {
        volunteers.require(actor, volunteerId);
        return lists.find(volunteerId, recordId).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
    }

    /** The record that corrects this one, if one does. */
    public Optional<RecordView> findCorrection(RecordView record) {
        return lists.findSuccessor(record.volunteerId(), record.recordId());
    }

    /** What proves to anybody that the record has not been changed since it counted; none until it is sealed, seconds after. */
    public Optional<Sealing.Sealed> findProof(Actor actor, long volunteerId, long recordId) {
        volunteers.require(actor, volunteerId);
        return sealing.find(volunteerId, recordId);
    }

    /** Everything that happened to a record, in order. */
    public List<RecordStep> steps(RecordView record) {
        return lists.steps(record.volunteerId(), record.recordId());
    }

    @Override
    public long effectiveMinutes(long volunteerId) {
        return lists.effectiveMinutes(volunteerId);
    }

    /** Computes all totals anew from the records; the number of rows written. For the command line and for tests. */
    @Transactional
    public int rebuildTotals() {
        return store.rebuildTotals();
    }

    /**
     * Sets every standing to what the record's entry and steps say, and all totals with it if one said otherwise. For the
     * command line and for tests.
     */
    @Transactional
    public Mended rebuildStandings() {
        List<RecordKey> mended = standings.rebuild();
        if (!mended.isEmpty()) {
            store.rebuildTotals();
        }
        return new Mended(mended, standings.lost());
    }

    /**
     * What holding the standings against entries and steps came to.
     *
     * @param records those that stood otherwise, and stand as their steps say now
     * @param lost those that have no standing at all: a backup has it
     */
    public record Mended(List<RecordKey> records, List<RecordKey> lost) {}
}
