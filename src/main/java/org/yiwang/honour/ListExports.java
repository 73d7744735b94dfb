package org.yiwang.honour;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.honour.ShortList.Answer;
import org.yiwang.honour.ShortList.Asked;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortList.Export;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Volunteers;

/**
 * Hands short lists out: only those who agreed, only the columns they agreed to, with a row in the audit trail and one for
 * each person in the log of what was shared. Many rows need a second human (domain section 6, export approval).
 */
@Component
public class ListExports {

    private final ListStore store;
    private final ListFinder finder;
    private final Volunteers volunteers;
    private final Regions regions;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    ListExports(
            ListStore store,
            ListFinder finder,
            Volunteers volunteers,
            Regions regions,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.finder = finder;
        this.volunteers = volunteers;
        this.regions = regions;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Asks for a file of those who have agreed by now; refuses with {@code honour.nobody-agreed}.
     *
     * @return its id
     */
    @Transactional
    public long ask(Actor actor, long listId) {
        ShortList list = own(actor, listId);
        List<Long> agreed = store.people(listId).stream()
                .filter(p -> p.answer() == Answer.AGREED)
                .map(p -> p.person().id())
                .toList();
        if (agreed.isEmpty()) {
            throw new Refusal(HonourProblem.NOBODY_AGREED);
        }
        boolean second = agreed.size()
                > rules.current(ListRule.KEY, ListRule.class).value().secondOver();
        Export export = new Export(Ids.next(), agreed, actor.accountId(), clock.instant(), second, null);
        store.insert(listId, export);
        write(actor, list, "honour.short-list-file", agreed.size());
        return export.id();
    }

    /** Approves a file as another human than who asked for it; refuses with {@code honour.another-person}. */
    @Transactional
    public void approve(Actor actor, long listId, long exportId) {
        ShortList list = own(actor, listId);
        Export export = export(listId, exportId);
        boolean concerned = volunteers.getAll(export.people()).values().stream()
                .anyMatch(person -> person.concerns(actor.accountId()));
        if (concerned || volunteers.isOneHuman(export.askedBy(), actor.accountId())) {
            throw new Refusal(HonourProblem.ANOTHER_PERSON);
        }
        if (!store.approve(exportId, actor.accountId(), clock.instant())) {
            throw new Refusal(HonourProblem.ALREADY_ANSWERED);
        }
        write(actor, list, "honour.short-list-approved", export.people().size());
    }

    /** How many files wait for the actor's approval. */
    public int countToApprove(Actor actor) {
        return store.countToApprove(actor.reach(Permission.AWARD_RUN).regionPatterns(), actor.accountId());
    }

    /**
     * Hands a file out: of those in it, those who agree still. Every time is noted with the people in it. Refuses with {@code
     * honour.not-approved}, {@code honour.export-unknown}, {@code honour.nobody-agreed}.
     */
    @Transactional
    public Handed file(Actor actor, long listId, long exportId) {
        ShortList list = own(actor, listId);
        Export export = export(listId, exportId);
        if (!export.isReady()) {
            throw new Refusal(HonourProblem.NOT_APPROVED);
        }
        Map<Long, Asked> agreeing = new HashMap<>();
        store.people(listId).stream()
                .filter(p -> p.answer() == Answer.AGREED)
                .forEach(p -> agreeing.put(p.person().id(), p));
        List<Asked> rows = export.people().stream()
                .filter(agreeing::containsKey)
                .map(id -> Objects.requireNonNull(agreeing.get(id)))
                .toList();
        if (rows.isEmpty()) {
            throw new Refusal(HonourProblem.NOBODY_AGREED);
        }
        store.shared(exportId, rows.stream().map(r -> r.person().id()).toList(), actor.accountId(), clock.instant());
        write(actor, list, "honour.short-list-handed-out", rows.size());
        return new Handed(list.columns(), rows.stream().map(r -> cells(list, r)).toList());
    }

    private List<String> cells(ShortList list, Asked row) {
        List<String> cells = new ArrayList<>();
        for (Column column : list.columns()) {
            cells.add(
                    switch (column) {
                        case NAME -> row.person().name();
                        case NUMBER -> row.person().number();
                        case COMMUNITY ->
                            regions.find(row.person().residence())
                                    .map(RegionView::fullName)
                                    .orElse("");
                        case HOURS -> row.creditMinutes() / 60 + ":" + "%02d".formatted(row.creditMinutes() % 60);
                        case COMMENDATIONS ->
                            String.valueOf(finder.commendations(row.person().id()));
                    });
        }
        return cells;
    }

    private void write(Actor actor, ShortList list, String what, int people) {
        audit.write(
                actor,
                what,
                "short-list:" + Ids.text(list.id()),
                list.purpose() + " → " + list.recipient() + "; people: " + people,
                list.region());
    }

    private ShortList own(Actor actor, long listId) {
        ShortList list = store.find(listId).orElseThrow(() -> new Refusal(HonourProblem.LIST_UNKNOWN));
        actor.require(Permission.AWARD_RUN, list.region());
        return list;
    }

    private Export export(long listId, long exportId) {
        return store.exports(listId).stream()
                .filter(e -> e.id() == exportId)
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.EXPORT_UNKNOWN));
    }

    /**
     * What is handed out.
     *
     * @param columns the columns
     * @param rows one for each person, a cell for each column
     */
    public record Handed(List<Column> columns, List<List<String>> rows) {}
}
