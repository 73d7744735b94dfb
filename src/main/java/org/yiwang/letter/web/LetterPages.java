package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.letter.LetterPost;
import org.yiwang.letter.LetterProblem;
import org.yiwang.letter.Letters;
import org.yiwang.letter.OwnWords;
import org.yiwang.letter.Selection;
import org.yiwang.letter.Stories;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** My year letters and story cards, what each sentence rests on, and the thanks that came. */
@Controller
class LetterPages {

    static final String HOME = "/me/letters";
    private static final String STORIES = "/me/stories";

    private final Letters letters;
    private final LetterPost post;
    private final OwnWords thanks;
    private final Stories stories;
    private final Volunteers volunteers;
    private final Codes codes;

    LetterPages(
            Letters letters, LetterPost post, OwnWords thanks, Stories stories, Volunteers volunteers, Codes codes) {
        this.letters = letters;
        this.post = post;
        this.thanks = thanks;
        this.stories = stories;
        this.volunteers = volunteers;
        this.codes = codes;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String list(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(actor, of, model, person -> {
            model.addAttribute("years", letters.years(actor, person.id()));
            model.addAttribute("wanted", post.isWanted(actor, person.id()));
            return "letter/letters";
        });
    }

    @PostMapping(HOME + "/wanted")
    @Access(SIGNED_IN)
    String want(Form form, Actor actor, HttpServletResponse response) {
        VolunteerView person = volunteers.require(
                actor, Ids.parse(form.value("of")).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        post.want(actor, person.id(), form.ticked("wanted"));
        return Then.go(response, HOME + "?of=" + Ids.text(person.id()), "letter.wanted.saved");
    }

    @GetMapping(HOME + "/{year}")
    @Access(SIGNED_IN)
    String letter(
            Actor actor, @PathVariable String year, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(actor, of, model, person -> {
            model.addAttribute("letter", letters.of(actor, person.id(), year(year)));
            model.addAttribute("codes", codes);
            return "letter/letter";
        });
    }

    @GetMapping(HOME + "/{year}/because")
    @Access(SIGNED_IN)
    String because(
            Actor actor,
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "YEAR") String what,
            @RequestParam(defaultValue = "") String which,
            Model model) {
        Selection.What chosen = Arrays.stream(Selection.What.values())
                .filter(w -> w.name().equals(what))
                .findFirst()
                .orElse(Selection.What.YEAR);
        return show(actor, of, model, person -> {
            model.addAttribute("year", year(year));
            model.addAttribute(
                    "evidence", letters.because(actor, person.id(), year(year), new Selection(chosen, which)));
            return "letter/evidence";
        });
    }

    @GetMapping("/me/thanks")
    @Access(SIGNED_IN)
    String thanks(
            Actor actor,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String year,
            Model model) {
        return show(actor, of, model, person -> {
            model.addAttribute("year", year == null ? 0 : year(year));
            model.addAttribute(
                    "received",
                    year == null ? thanks.of(actor, person.id()) : thanks.ofYear(actor, person.id(), year(year)));
            return "letter/mine";
        });
    }

    @GetMapping(STORIES)
    @Access(SIGNED_IN)
    String stories(
            Actor actor,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(actor, of, model, person -> {
            model.addAttribute("slice", stories.list(actor, person.id(), page));
            return "letter/stories";
        });
    }

    /** The name is written out only for this one look: nothing remembers that somebody once wanted it. */
    @GetMapping(STORIES + "/{record}")
    @Access(SIGNED_IN)
    String story(
            Actor actor,
            @PathVariable @Tsid long record,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "") String named,
            Model model) {
        return show(actor, of, model, person -> {
            model.addAttribute("story", stories.of(actor, person.id(), record, "yes".equals(named)));
            model.addAttribute("codes", codes);
            return "letter/story";
        });
    }

    /** A page of the person meant, or of the first for whom the actor may act. */
    private String show(Actor actor, @Nullable String of, Model model, Function<VolunteerView, String> page) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> person = of == null || of.isEmpty()
                ? people.stream().findFirst()
                : Optional.of(volunteers.require(
                        actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN))));
        if (person.isEmpty()) {
            return "volunteer/no-card";
        }
        model.addAttribute("people", people);
        model.addAttribute("person", person.get());
        return page.apply(person.get());
    }

    private static int year(String text) {
        if (!text.matches("[12][0-9]{3}")) {
            throw new Refusal(LetterProblem.NO_YEAR);
        }
        return Integer.parseInt(text);
    }
}
