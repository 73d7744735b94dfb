package org.yiwang.record.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordQuery;
import org.yiwang.record.RecordQuery.Sort;
import org.yiwang.record.RecordSearch;
import org.yiwang.record.RecordSearch.Reader;
import org.yiwang.record.RecordState;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Form;

/** Reads what a list of records is asked for: days, category, state, person, region, organization, order. */
@Component
class RecordFilters {

    private static final List<String> FIELDS =
            List.of("from", "to", "category", "state", "person", "region", "organization", "sort");

    private final RecordSearch search;
    private final Volunteers volunteers;
    private final Clock clock;

    RecordFilters(RecordSearch search, Volunteers volunteers, Clock clock) {
        this.search = search;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** The query; what is wrong stands in the form afterwards. Without days it is this year until today. */
    RecordQuery read(Actor actor, Form form, @Nullable Long organizationId) {
        LocalDate today = LocalDate.now(clock);
        if (form.value("from").isEmpty()) {
            form.with("from", today.withDayOfYear(1));
        }
        if (form.value("to").isEmpty()) {
            form.with("to", today);
        }
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        if (form.ok() && from.isAfter(to)) {
            form.fail("to", "record.list.days-swapped");
        }
        String category = form.value("category");
        RecordQuery query = new RecordQuery(
                from,
                to,
                category.isEmpty() ? null : category,
                constant(RecordState.class, form.value("state")).orElse(null),
                RegionCode.parse(form.value("region")).orElse(null),
                organizationId != null
                        ? organizationId
                        : Ids.parse(form.value("organization")).orElse(null),
                null,
                constant(Sort.class, form.value("sort")).orElse(Sort.LATEST));
        String person = form.value("person").strip();
        return person.isEmpty() || !form.ok() ? query : query.of(people(actor, query, organizationId != null, person));
    }

    /** What was asked for, as it stands in an address. */
    static String address(Form form) {
        return FIELDS.stream()
                .filter(f -> !form.value(f).isEmpty())
                .map(f -> f + "=" + URLEncoder.encode(form.value(f), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(name))
                .findFirst();
    }

    /** By number; a team's organizers, who see the names, also by a part of the name. */
    private List<Long> people(Actor actor, RecordQuery query, boolean team, String person) {
        Optional<VolunteerView> numbered = volunteers.findByNumber(person);
        if (numbered.isPresent() || !team) {
            return numbered.map(v -> List.of(v.id())).orElse(List.of());
        }
        return volunteers.named(search.people(actor, Reader.TEAM, query), person);
    }
}
