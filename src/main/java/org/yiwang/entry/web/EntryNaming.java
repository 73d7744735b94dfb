package org.yiwang.entry.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.entry.EntryLine;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.EntryStep;
import org.yiwang.volunteer.Volunteers;

/** Names of those who stand on sheets and of those who acted on them, read once for a page. */
@Component
class EntryNaming {

    private final Accounts accounts;
    private final Volunteers volunteers;

    EntryNaming(Accounts accounts, Volunteers volunteers) {
        this.accounts = accounts;
        this.volunteers = volunteers;
    }

    EntryNames of(Collection<EntrySheet> sheets, Collection<List<EntryStep>> steps) {
        List<Long> people = sheets.stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(EntryLine::volunteerId)
                .distinct()
                .toList();
        List<Long> actors = Stream.concat(
                        sheets.stream().map(EntrySheet::enteredBy),
                        steps.stream().flatMap(List::stream).map(EntryStep::actorAccountId))
                .filter(id -> id != 0)
                .distinct()
                .toList();
        return new EntryNames(volunteers.getAll(people), accounts.getAll(actors));
    }
}
