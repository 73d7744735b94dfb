package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_ATTEST;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordProblem;
import org.yiwang.record.RecordQuery;
import org.yiwang.record.RecordSearch;
import org.yiwang.record.RecordSearch.Reader;
import org.yiwang.record.RecordSum;
import org.yiwang.record.RecordSum.By;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/**
 * Records of a team and of an area over the API. The parameters are those of the pages: {@code from}, {@code to} (days;
 * this year until today), {@code category}, {@code state}, {@code person} (unified number; for a team also a part of
 * the name), {@code region}, {@code organization}, {@code sort}.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "records", description = "Service records, their totals, decisions about them")
class RecordListApi {

    private final RecordSearch search;
    private final RecordFilters filters;
    private final Organizations organizations;
    private final Volunteers volunteers;

    RecordListApi(RecordSearch search, RecordFilters filters, Organizations organizations, Volunteers volunteers) {
        this.search = search;
        this.filters = filters;
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    @GetMapping("/organizations/{organization}/records")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Records of an organization's activities and of those below it, for its organizers")
    Slice<Found> ofTeam(
            Actor actor, @PathVariable @Tsid long organization, Form form, @RequestParam(defaultValue = "1") int page) {
        return list(actor, Reader.TEAM, team(actor, organization, form), page);
    }

    @GetMapping("/organizations/{organization}/records/sums")
    @Access(RECORD_ATTEST)
    @Operation(summary = "What they come to by MONTH, CATEGORY, ORGANIZATION or PERSON, or all together")
    List<Sum> sumsOfTeam(
            Actor actor,
            @PathVariable @Tsid long organization,
            Form form,
            @RequestParam(required = false) @Nullable By by) {
        return sums(actor, Reader.TEAM, team(actor, organization, form), by);
    }

    @GetMapping("/records")
    @Access(VOLUNTEER_READ)
    @Operation(summary = "Records of the activities in the caller's area, with names masked, for offices")
    Slice<Found> ofArea(Actor actor, Form form, @RequestParam(defaultValue = "1") int page) {
        return list(actor, Reader.AREA, query(actor, form, null), page);
    }

    @GetMapping("/records/sums")
    @Access(VOLUNTEER_READ)
    @Operation(summary = "What they come to by MONTH, CATEGORY, REGION, ORGANIZATION or PERSON, or all together")
    List<Sum> sumsOfArea(Actor actor, Form form, @RequestParam(required = false) @Nullable By by) {
        return sums(actor, Reader.AREA, query(actor, form, null), by);
    }

    private RecordQuery team(Actor actor, long organization, Form form) {
        organizations.require(actor, RECORD_ATTEST, organization);
        return query(actor, form, organization);
    }

    private RecordQuery query(Actor actor, Form form, @Nullable Long organization) {
        RecordQuery query = filters.read(actor, form, organization);
        if (!form.ok()) {
            throw new Refusal(RecordProblem.DAYS)
                    .at(form.errors().keySet().iterator().next());
        }
        return query;
    }

    private Slice<Found> list(Actor actor, Reader reader, RecordQuery query, int page) {
        Slice<RecordView> slice = search.list(actor, reader, query, page);
        Map<Long, VolunteerView> people = volunteers.getAll(
                slice.items().stream().map(RecordView::volunteerId).distinct().toList());
        return slice.map(r -> Found.of(r, people.get(r.volunteerId()), reader == Reader.AREA));
    }

    private List<Sum> sums(Actor actor, Reader reader, RecordQuery query, @Nullable By by) {
        return by == null
                ? List.of(Sum.of(search.sum(actor, reader, query), null))
                : search.sums(actor, reader, query, by).stream()
                        .map(s -> Sum.of(s, by))
                        .toList();
    }

    /**
     * A record with its person.
     *
     * @param volunteerId whose
     * @param number unified number
     * @param name full name for the organizers, masked for offices
     * @param record the record
     */
    record Found(String volunteerId, String number, String name, RecordApi.Line record) {

        static Found of(RecordView record, @Nullable VolunteerView person, boolean masked) {
            return new Found(
                    Ids.text(record.volunteerId()),
                    person == null ? "" : person.number(),
                    person == null ? "" : masked ? person.maskedName() : person.name(),
                    RecordApi.Line.of(record));
        }
    }

    /**
     * What records come to; credit and honour time apart.
     *
     * @param key month, code or id that they have in common
     * @param creditMinutes credit time that counts
     * @param honourMinutes honour time that counts
     * @param waitingMinutes time that waits to count
     * @param records how many
     */
    record Sum(String key, long creditMinutes, long honourMinutes, long waitingMinutes, long records) {

        static Sum of(RecordSum sum, @Nullable By by) {
            boolean id = by == By.ORGANIZATION || by == By.PERSON;
            return new Sum(
                    id ? Ids.text(Long.parseLong(sum.key())) : sum.key(),
                    sum.creditMinutes(),
                    sum.honourMinutes(),
                    sum.waitingMinutes(),
                    sum.records());
        }
    }
}
