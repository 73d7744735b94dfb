package org.yiwang.honour;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.honour.ShortList.Asked;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortList.Export;
import org.yiwang.honour.ShortList.Found;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Short lists for awards that others give (domain H10): an office finds people, masked, and asks each of them. Everything
 * needs {@code AWARD_RUN} for the region, and is written to the audit trail.
 */
@Component
public class ShortLists {

    private static final int PAGE = 20;

    private final ListStore store;
    private final ListFinder finder;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    ShortLists(
            ListStore store,
            ListFinder finder,
            Volunteers volunteers,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.finder = finder;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** Finds people, masked, the most credit time first; the query is noted. */
    @Transactional
    public List<Found> find(Actor actor, ListQuery query) {
        require(actor, query);
        List<Found> found = finder.find(query, rule().value().mostPeople());
        audit.write(actor, "honour.short-list-query", "region:" + query.region(), query.toString(), query.region());
        return found;
    }

    /**
     * Makes a list of some of those found and asks each of them, naming purpose, recipient and what would be handed on. Refuses
     * with {@code honour.nobody-chosen} and {@code honour.not-found-there}.
     *
     * @return id of the list
     */
    @Transactional
    public long ask(Actor actor, ListQuery query, Collection<Long> chosen, Purpose what) {
        require(actor, query);
        Rule<ListRule> rule = rule();
        if (chosen.isEmpty()) {
            throw new Refusal(HonourProblem.NOBODY_CHOSEN).at("people");
        }
        if (chosen.size() > rule.value().mostPeople()) {
            throw new Refusal(HonourProblem.LIST_LONG, rule.value().mostPeople()).at("people");
        }
        Set<Long> wanted = Set.copyOf(chosen);
        Map<Long, Integer> minutes = new LinkedHashMap<>();
        finder.find(query, rule.value().mostPeople()).stream()
                .filter(f -> wanted.contains(f.volunteerId()))
                .forEach(f -> minutes.put(f.volunteerId(), f.creditMinutes()));
        if (minutes.size() < wanted.size()) {
            throw new Refusal(HonourProblem.NOT_FOUND_THERE).at("people");
        }
        ShortList list = new ShortList(
                Ids.next(),
                query.region(),
                HonourText.required("purpose", what.purpose(), 200),
                HonourText.required("recipient", what.recipient(), 100),
                what.columns().isEmpty() ? List.of(Column.NAME) : what.columns(),
                LocalDate.now(clock).plusDays(rule.value().answerDays()),
                actor.accountId(),
                clock.instant());
        store.insert(list, query, rule.version(), minutes);
        for (VolunteerView person : volunteers.getAll(minutes.keySet()).values()) {
            notifications.tell(
                    person.contactAccountId(),
                    new Notice(
                            "notice.honour.short-list",
                            List.of(
                                    list.purpose(),
                                    list.recipient(),
                                    list.answerUntil().toString()),
                            "/me/short-lists",
                            false));
        }
        audit.write(
                actor,
                "honour.short-list",
                "short-list:" + Ids.text(list.id()),
                list.purpose() + " → " + list.recipient() + "; people: " + minutes.size(),
                list.region());
        return list.id();
    }

    /** Lists within reach, the latest first. */
    public Slice<ShortList> list(Actor actor, int page) {
        int shown = Slice.page(page);
        return Slice.cut(
                store.list(actor.reach(Permission.AWARD_RUN).regionPatterns(), PAGE + 1, (shown - 1) * PAGE),
                shown,
                PAGE);
    }

    /** A list with everybody asked and the files made of it; refuses with {@code honour.list-unknown}. */
    @Transactional(readOnly = true)
    public File get(Actor actor, long listId) {
        ShortList list = store.find(listId).orElseThrow(() -> new Refusal(HonourProblem.LIST_UNKNOWN));
        actor.require(Permission.AWARD_RUN, list.region());
        return new File(list, store.people(listId), store.exports(listId));
    }

    private static void require(Actor actor, ListQuery query) {
        actor.require(Permission.AWARD_RUN, query.region());
        if (query.to().isBefore(query.from())) {
            throw new Refusal(HonourProblem.PERIOD_BACKWARDS).at("to");
        }
    }

    private Rule<ListRule> rule() {
        return rules.current(ListRule.KEY, ListRule.class);
    }

    /**
     * What a list is for.
     *
     * @param purpose the award
     * @param recipient who receives it
     * @param columns what is handed on of each person; the name alone if none is chosen
     */
    public record Purpose(String purpose, String recipient, List<Column> columns) {}

    /**
     * A list as its office sees it.
     *
     * @param list the list
     * @param people everybody asked
     * @param exports files made of it
     */
    public record File(ShortList list, List<Asked> people, List<Export> exports) {}
}
