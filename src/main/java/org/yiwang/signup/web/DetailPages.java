package org.yiwang.signup.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.PostView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.signup.ShiftPlaces;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The public page of an activity: what it is, its shifts with their free places, and signing up for them. */
@Controller
class DetailPages {

    private final Activities activities;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final Codes codes;

    DetailPages(Activities activities, SignUps signUps, Volunteers volunteers, Codes codes) {
        this.activities = activities;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.codes = codes;
    }

    @GetMapping("/activities/{id}")
    @Access(ANYONE)
    String detail(@PathVariable @Tsid long id, @Nullable Actor actor, Model model) {
        return page(id, actor, Form.empty(), model);
    }

    @PostMapping("/activities/{id}/shifts/{shift}/sign-up")
    @Access(SIGNED_IN)
    String apply(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long shift,
            Actor actor,
            Form form,
            HttpServletResponse response,
            Model model) {
        long volunteerId = Ids.parse(form.value("volunteer")).orElse(0L);
        String passCode = form.value("passCode");
        return form.submit(
                response,
                () -> {
                    SignUpView made = signUps.apply(
                            actor, volunteerId, id, shift, passCode.isEmpty() ? null : passCode, key(form));
                    return Then.go(response, "/activities/" + Ids.text(id), "signup.now." + made.state());
                },
                () -> page(id, actor, form.with("at", Ids.text(shift) + Ids.text(volunteerId)), model));
    }

    @PostMapping("/activities/{id}/shifts/{shift}/withdraw")
    @Access(SIGNED_IN)
    String withdraw(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long shift,
            Actor actor,
            Form form,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                response,
                () -> {
                    long volunteerId = Ids.parse(form.value("volunteer")).orElse(0L);
                    // Only who had a place leaves one to the next.
                    boolean place = signUps.find(id, shift, volunteerId)
                            .filter(s -> s.state() == SignUpView.State.ACCEPTED)
                            .isPresent();
                    signUps.withdraw(actor, volunteerId, id, shift);
                    boolean mine = form.value("back").equals("mine");
                    return Then.go(
                            response,
                            mine ? "/me/sign-ups" : "/activities/" + Ids.text(id),
                            place ? "signup.now.WITHDRAWN" : "signup.now.withdrawn-no-place");
                },
                () -> page(id, actor, form, model));
    }

    private String page(long id, @Nullable Actor actor, Form form, Model model) {
        ActivityDetail detail = activities.detail(id);
        boolean organizer = actor != null
                && actor.reach(Permission.ACTIVITY_MANAGE)
                        .covers(detail.activity().region(), detail.activity().ancestors());
        if (!detail.isPublic() && !organizer) {
            throw new Refusal(ActivityProblem.UNKNOWN);
        }
        List<VolunteerView> people = actor == null ? List.of() : volunteers.actingFor(actor);
        Map<Long, ShiftPlaces> places = signUps.places(id);
        List<SignUpView> mine = people.isEmpty()
                ? List.of()
                : signUps.of(id, people.stream().map(VolunteerView::id).toList());
        List<Offer> offers = new ArrayList<>();
        for (PostView post : detail.posts()) {
            for (ShiftView shift : post.shifts()) {
                List<Offer.Standing> standings = people.stream()
                        .map(p -> new Offer.Standing(
                                p,
                                mine.stream()
                                        .filter(s -> s.shiftId() == shift.id() && s.volunteerId() == p.id())
                                        .findFirst()
                                        .orElse(null)))
                        .toList();
                offers.add(new Offer(post, shift, places.get(shift.id()), standings));
            }
        }
        model.addAttribute("detail", detail);
        model.addAttribute("changes", activities.changes(id));
        model.addAttribute("offers", offers);
        model.addAttribute("names", names());
        model.addAttribute("people", people);
        model.addAttribute("organizer", organizer);
        model.addAttribute("form", form);
        return "signup/detail";
    }

    private Map<String, Label> names() {
        Map<String, Label> names = new HashMap<>();
        for (String table : List.of("skill", "qualification")) {
            for (Code code : codes.list(table)) {
                names.put(table + "/" + code.code(), code.label());
            }
        }
        return names;
    }

    @Nullable
    private static String key(Form form) {
        String key = form.value("_key");
        return key.isEmpty() ? null : key;
    }
}
