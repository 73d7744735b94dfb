package org.yiwang.board.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.board.BoardKey;
import org.yiwang.board.BoardQuery;
import org.yiwang.board.BoardView;
import org.yiwang.board.Boards;
import org.yiwang.board.Facet;
import org.yiwang.board.Span;
import org.yiwang.board.TakingPart;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordView;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The boards with the choice of taking part, and the records behind an own number. */
@Controller
class BoardPages {

    /** Categories and organizations in one choice: a board counts one of them. */
    private final Boards boards;

    private final TakingPart taking;
    private final BoardQuestion question;
    private final Volunteers volunteers;
    private final FacetNames names;
    private final Regions regions;
    private final RegionPickers pickers;
    private final Clock clock;

    BoardPages(
            Boards boards,
            TakingPart taking,
            BoardQuestion question,
            Volunteers volunteers,
            FacetNames names,
            Regions regions,
            RegionPickers pickers,
            Clock clock) {
        this.boards = boards;
        this.taking = taking;
        this.question = question;
        this.volunteers = volunteers;
        this.names = names;
        this.regions = regions;
        this.pickers = pickers;
        this.clock = clock;
    }

    @GetMapping("/boards")
    @Access(SIGNED_IN)
    String show(Form form, Actor actor, Locale locale, Model model) {
        boolean step = pickers.step(form);
        RegionCode city = regions.city().code();
        RegionCode region =
                pickers.readOptional(form, "region", city, city.level()).orElse(city);
        BoardKey key = key(form);
        BoardView board = boards.get(actor, new BoardQuery(key, region));
        model.addAttribute("form", form);
        model.addAttribute("open", step);
        model.addAttribute("picker", pickers.show(form, "region", city, city.level()));
        model.addAttribute("region", regions.get(region));
        model.addAttribute("key", key);
        model.addAttribute("isNow", key.span() == Span.ALL || !today().isAfter(key.endsOn()));
        model.addAttribute("board", board);
        model.addAttribute("people", taking.list(actor));
        model.addAttribute("facets", names.choices(actor, key.facet(), locale));
        model.addAttribute("facetName", names.of(key.facet(), locale));
        model.addAttribute("address", address(form));
        return "board/show";
    }

    @GetMapping("/boards/records")
    @Access(SIGNED_IN)
    String records(Form form, Actor actor, Locale locale, Model model) {
        BoardKey key = key(form);
        VolunteerView person = volunteers.require(actor, volunteer(form));
        List<RecordView> records = boards.records(actor, person.id(), key);
        model.addAttribute("person", person);
        model.addAttribute("key", key);
        model.addAttribute("records", records);
        model.addAttribute(
                "versions",
                records.stream()
                        .map(RecordView::countingVersion)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("facetName", names.of(key.facet(), locale));
        model.addAttribute("address", address(form));
        return "board/records";
    }

    @PostMapping("/me/board/join")
    @Access(SIGNED_IN)
    String join(Form form, Actor actor, HttpServletResponse response) {
        taking.join(actor, volunteer(form));
        return Then.go(response, back(form), "board.joined");
    }

    @PostMapping("/me/board/leave")
    @Access(SIGNED_IN)
    String leave(Form form, Actor actor, HttpServletResponse response) {
        taking.leave(actor, volunteer(form));
        return Then.go(response, back(form), "board.left");
    }

    /** Which board; of what is not counted by such periods, that of the year. */
    private BoardKey key(Form form) {
        Facet facet = names.read(form.value("of"));
        String span = form.value("span");
        return question.key(facet.isBy(question.span(span)) ? span : Span.YEAR.name(), form.value("day"), facet);
    }

    private static long volunteer(Form form) {
        return Ids.parse(form.value("volunteer")).orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
    }

    /** What is chosen, without the period. */
    private static String address(Form form) {
        return asked(form, "region", "of").map(each -> "&" + each).collect(Collectors.joining());
    }

    /** The board from which somebody joined or left. */
    private static String back(Form form) {
        return "/boards?" + asked(form, "span", "day", "region", "of").collect(Collectors.joining("&"));
    }

    private static Stream<String> asked(Form form, String... fields) {
        return Stream.of(fields)
                .filter(form::ticked)
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
