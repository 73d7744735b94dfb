package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;
import static org.yiwang.kernel.Permission.PERSONAL_DATA_READ;
import static org.yiwang.kernel.Permission.RECORD_ATTEST;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.AccountProblem;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.CityHours;
import org.yiwang.record.RecordQuery;
import org.yiwang.record.RecordSearch;
import org.yiwang.record.RecordSearch.Reader;
import org.yiwang.record.RecordSum;
import org.yiwang.record.RecordSum.By;
import org.yiwang.record.RecordView;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** Records of a team and of an area: listed, filtered, sorted, summed up, and as a file. */
@Controller
class RecordListPages {

    private static final String TEAM = "/desk/organizations/{id}/records";
    private static final String AREA = "/gov/records";

    private final RecordSearch search;
    private final CityHours hours;
    private final RecordFilters filters;
    private final RecordFile files;
    private final Organizations organizations;
    private final MemberDesk memberDesk;
    private final Volunteers volunteers;
    private final Regions regions;
    private final Codes codes;

    RecordListPages(
            RecordSearch search,
            CityHours hours,
            RecordFilters filters,
            RecordFile files,
            Organizations organizations,
            MemberDesk memberDesk,
            Volunteers volunteers,
            Regions regions,
            Codes codes) {
        this.search = search;
        this.hours = hours;
        this.filters = filters;
        this.files = files;
        this.organizations = organizations;
        this.memberDesk = memberDesk;
        this.volunteers = volunteers;
        this.regions = regions;
        this.codes = codes;
    }

    @GetMapping(TEAM)
    @Access(RECORD_ATTEST)
    String team(
            Actor actor,
            @PathVariable @Tsid long id,
            Form form,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        OrganizationView team = organizations.require(actor, RECORD_ATTEST, id);
        return show(new Asked(actor, Reader.TEAM, team, form, page, locale), model);
    }

    @GetMapping(AREA)
    @Access(VOLUNTEER_READ)
    String area(Actor actor, Form form, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        return show(new Asked(actor, Reader.AREA, null, form, page, locale), model);
    }

    @PostMapping(TEAM + "/file")
    @Access(RECORD_ATTEST)
    ResponseEntity<byte[]> teamFile(Actor actor, @PathVariable @Tsid long id, Form form, Locale locale) {
        organizations.require(actor, RECORD_ATTEST, id);
        return file(new Asked(actor, Reader.TEAM, organizations.get(id), form, 1, locale), true);
    }

    @PostMapping(AREA + "/file")
    @Access(VOLUNTEER_READ)
    ResponseEntity<byte[]> areaFile(Actor actor, Form form, Locale locale) {
        return file(new Asked(actor, Reader.AREA, null, form, 1, locale), form.ticked("full"));
    }

    private ResponseEntity<byte[]> file(Asked asked, boolean full) {
        RecordQuery query = filters.read(asked.actor, asked.form, asked.teamId());
        String purpose = asked.form.value("purpose").strip();
        if (purpose.length() < 2) {
            throw new Refusal(AccountProblem.PURPOSE_NEEDED).at("purpose");
        }
        List<RecordView> records = search.file(asked.actor, asked.reader, query, full, purpose);
        Function<VolunteerView, String> name = full ? VolunteerView::name : VolunteerView::maskedName;
        return files.of(records, people(records), name, asked.locale);
    }

    private String show(Asked asked, Model model) {
        Form form = asked.form;
        RecordQuery query = filters.read(asked.actor, form, asked.teamId());
        String view = form.value("by").isEmpty() ? "records" : form.value("by");
        String path = asked.team == null ? AREA : TEAM.replace("{id}", Ids.text(asked.team.id()));
        Slice<RecordView> slice = new Slice<>(List.of(), 1, false);
        List<RecordList.Line> lines = List.of();
        RecordSum sum = null;
        boolean moreMembers = false;
        if (form.ok()) {
            sum = search.sum(asked.actor, asked.reader, query);
            By by = RecordFilters.constant(By.class, view).orElse(null);
            if (by != null) {
                lines = lines(asked, query, by, path);
            } else if (view.equals("members") && asked.team != null && asked.actor.may(ORGANIZATION_MANAGE)) {
                var members =
                        memberDesk.members(asked.actor, asked.team.id(), Set.of(MemberView.State.MEMBER), asked.page);
                moreMembers = members.more();
                lines = members(asked, members);
            } else {
                view = "records";
                slice = search.list(asked.actor, asked.reader, query, asked.page);
            }
        }
        RegionCode region = query.region();
        model.addAttribute("form", form);
        model.addAttribute("categories", codes.options("category", asked.locale));
        model.addAttribute(
                "list",
                new RecordList(
                        path,
                        RecordFilters.address(form),
                        asked.team == null,
                        asked.team != null ? asked.team.name() : area(asked.actor, region),
                        view,
                        sum,
                        sum == null ? List.of() : hours.countedBy(query.from(), query.to()),
                        slice,
                        people(slice.items()),
                        lines,
                        view.equals("members") ? asked.page : 0,
                        moreMembers,
                        asked.team == null ? choices(asked.actor, region) : List.of(),
                        asked.team == null && query.organizationId() != null
                                ? organizations
                                        .find(query.organizationId())
                                        .map(OrganizationView::name)
                                        .orElse(null)
                                : null,
                        sum != null && sum.records() > 0,
                        asked.team != null || asked.actor.may(PERSONAL_DATA_READ)));
        return "record/list";
    }

    private List<RecordList.Line> lines(Asked asked, RecordQuery query, By by, String path) {
        List<RecordSum> sums = search.sums(asked.actor, asked.reader, query, by);
        Map<Long, VolunteerView> people = by == By.PERSON
                ? volunteers.getAll(
                        sums.stream().map(s -> Long.valueOf(s.key())).toList())
                : Map.of();
        List<RecordList.Line> lines = new ArrayList<>();
        for (RecordSum sum : sums) {
            lines.add(
                    switch (by) {
                        case MONTH -> new RecordList.Line(sum.key(), "", sum);
                        case CATEGORY ->
                            new RecordList.Line(
                                    codes.find("category", sum.key())
                                            .map(c -> c.label().in(asked.locale))
                                            .orElse(sum.key()),
                                    narrowed(asked.form, path, "category", sum.key()),
                                    sum);
                        case REGION ->
                            new RecordList.Line(
                                    RegionCode.parse(sum.key())
                                            .flatMap(regions::find)
                                            .map(RegionView::name)
                                            .orElse(sum.key()),
                                    narrowed(asked.form, path, "region", sum.key()),
                                    sum);
                        case ORGANIZATION -> {
                            long id = Long.parseLong(sum.key());
                            yield new RecordList.Line(
                                    organizations
                                            .find(id)
                                            .map(OrganizationView::name)
                                            .orElse(""),
                                    asked.team == null
                                            ? narrowed(asked.form, path, "organization", Ids.text(id))
                                            : TEAM.replace("{id}", Ids.text(id)),
                                    sum);
                        }
                        case PERSON -> person(asked, path, people.get(Long.valueOf(sum.key())), sum);
                    });
        }
        return lines;
    }

    private static RecordList.Line person(Asked asked, String path, @Nullable VolunteerView person, RecordSum sum) {
        if (person == null) {
            return new RecordList.Line("", "", sum);
        }
        String name = asked.team == null ? person.maskedName() : person.name();
        return new RecordList.Line(
                name + " " + person.number(), narrowed(asked.form, path, "person", person.number()), sum);
    }

    private List<RecordList.Line> members(Asked asked, Slice<MemberView> members) {
        OrganizationView team = java.util.Objects.requireNonNull(asked.team);
        Map<Long, VolunteerView> people = volunteers.findByAccounts(
                members.items().stream().map(MemberView::accountId).toList());
        Map<Long, RecordSum> sums = search.ofMembers(
                asked.actor,
                team.id(),
                people.values().stream().map(VolunteerView::id).toList());
        return members.items().stream()
                .map(m -> {
                    VolunteerView person = people.get(m.accountId());
                    RecordSum none = new RecordSum("", 0, 0, 0, 0);
                    return new RecordList.Line(
                            m.name() + " " + m.number(),
                            "",
                            person == null ? none : sums.getOrDefault(person.id(), none));
                })
                .toList();
    }

    /** The same list for one of its lines. */
    private static String narrowed(Form form, String path, String field, String value) {
        String before = form.value(field);
        String address = path + "?" + RecordFilters.address(form.with(field, value));
        form.with(field, before);
        return address;
    }

    private Map<Long, VolunteerView> people(List<RecordView> records) {
        return volunteers.getAll(
                records.stream().map(RecordView::volunteerId).distinct().toList());
    }

    private String area(Actor actor, @Nullable RegionCode chosen) {
        return (chosen != null ? List.of(chosen) : roots(actor))
                .stream()
                        .flatMap(code -> regions.find(code).stream())
                        .map(RegionView::name)
                        .collect(java.util.stream.Collectors.joining("、"));
    }

    /** What can be chosen: the areas of the reader, those from there down to the chosen one, and those just below. */
    private List<RegionView> choices(Actor actor, @Nullable RegionCode chosen) {
        List<RegionCode> roots = roots(actor);
        List<RegionView> choices = new ArrayList<>();
        if (chosen == null) {
            for (RegionCode root : roots) {
                choices.addAll(roots.size() > 1 ? regions.find(root).stream().toList() : regions.children(root));
            }
            return choices;
        }
        for (RegionView above : regions.path(chosen)) {
            if (roots.stream().anyMatch(root -> root.contains(above.code()))) {
                choices.add(above);
            }
        }
        choices.addAll(regions.children(chosen));
        return choices;
    }

    private static List<RegionCode> roots(Actor actor) {
        return actor.reach(VOLUNTEER_READ).regions().stream()
                .sorted()
                .distinct()
                .map(RegionCode::new)
                .toList();
    }

    private record Asked(
            Actor actor, Reader reader, @Nullable OrganizationView team, Form form, int page, Locale locale) {

        @Nullable
        Long teamId() {
            return team == null ? null : team.id();
        }
    }
}
