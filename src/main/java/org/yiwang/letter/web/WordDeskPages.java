package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.letter.KindWord;
import org.yiwang.letter.WordDesk;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** The team's desk for words of thanks: what was told by phone, the look before they are passed on, the wall. */
@Controller
class WordDeskPages {

    private static final String ALL = "/desk/words";
    private static final String HERE = "/desk/activities/{id}/thanks/words";

    private final WordDesk desk;
    private final Activities activities;
    private final Idempotency idempotency;

    WordDeskPages(WordDesk desk, Activities activities, Idempotency idempotency) {
        this.desk = desk;
        this.activities = activities;
        this.idempotency = idempotency;
    }

    @GetMapping(ALL)
    @Access(ACTIVITY_MANAGE)
    String waiting(Actor actor, Model model) {
        List<KindWord> waiting = desk.waiting(actor);
        Map<Long, ActivityView> known = new LinkedHashMap<>();
        activities
                .list(waiting.stream().map(KindWord::activityId).distinct().toList())
                .forEach(a -> known.put(a.id(), a));
        model.addAttribute("waiting", waiting);
        model.addAttribute("activities", known);
        return "letter/waiting";
    }

    @GetMapping(HERE)
    @Access(ACTIVITY_MANAGE)
    String ofActivity(Actor actor, @PathVariable @Tsid long id, Model model) {
        return show(actor, id, Form.empty(), model);
    }

    @PostMapping(HERE)
    @Access(ACTIVITY_MANAGE)
    String note(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        KindWord.Draft draft = WordPages.draft(form);
        return form.submit(
                () -> idempotency.once(
                        actor,
                        form.value("_key"),
                        "letter.word " + Ids.text(id),
                        String.class,
                        () -> Ids.text(desk.note(actor, id, draft))),
                () -> Then.go(response, home(id), "letter.desk.noted"),
                () -> show(actor, id, form, model));
    }

    @PostMapping(HERE + "/{word}/deliver")
    @Access(ACTIVITY_MANAGE)
    String deliver(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long word,
            Form form,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                () -> desk.deliver(actor, id, word),
                () -> Then.go(response, back(form, id), "letter.desk.delivered"),
                () -> show(actor, id, form, model));
    }

    @PostMapping(HERE + "/{word}/refuse")
    @Access(ACTIVITY_MANAGE)
    String refuse(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long word,
            Form form,
            HttpServletResponse response,
            Model model) {
        KindWord.Reason reason = form.choice("reason", KindWord.Reason.class);
        return form.submit(
                () -> desk.refuse(actor, id, word, reason),
                () -> Then.go(response, back(form, id), "letter.desk.refused"),
                () -> show(actor, id, form, model));
    }

    @PostMapping(HERE + "/{word}/back")
    @Access(ACTIVITY_MANAGE)
    String takeBack(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long word,
            Form form,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                () -> desk.takeBack(actor, id, word),
                () -> Then.go(response, home(id), "letter.taken-back"),
                () -> show(actor, id, form, model));
    }

    @GetMapping(HERE + "/wall")
    @Access(ACTIVITY_MANAGE)
    String wall(Actor actor, @PathVariable @Tsid long id, Model model) {
        model.addAttribute("wall", desk.wall(actor, id));
        model.addAttribute("activity", activities.get(id));
        return "letter/wall";
    }

    private String show(Actor actor, long id, Form form, Model model) {
        model.addAttribute("all", desk.of(actor, id));
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("form", form);
        return "letter/desk";
    }

    /** Who came from the list of all that waits goes back to it. */
    private static String back(Form form, long id) {
        return form.value("from").equals("list") ? ALL : home(id);
    }

    private static String home(long id) {
        return "/desk/activities/" + Ids.text(id) + "/thanks/words";
    }
}
