package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.ActivityReview;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The office's queue of activities, and deciding on one. */
@Controller
class ActivityReviewPages {

    private final ActivityReview review;

    ActivityReviewPages(ActivityReview review) {
        this.review = review;
    }

    @GetMapping("/gov/activities")
    @Access(ACTIVITY_REVIEW)
    String queue(Form form, Actor actor, Model model) {
        model.addAttribute("slice", review.queue(actor, ActivityPages.pageOf(form)));
        return "activity/review-list";
    }

    @GetMapping("/gov/activities/{id}")
    @Access(ACTIVITY_REVIEW)
    String show(@PathVariable @Tsid long id, Actor actor, Model model) {
        return show(Form.empty(), id, actor, model);
    }

    private String show(Form form, long id, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("review", review.get(actor, id));
        return "activity/review";
    }

    @PostMapping("/gov/activities/{id}/approve")
    @Access(ACTIVITY_REVIEW)
    String approve(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String note = form.text("note", 0, 1000);
        Set<String> ticked = Set.copyOf(form.values("ticked"));
        return form.submit(
                () -> review.approve(actor, id, ticked, note),
                () -> Then.go(response, "/gov/activities", "activity.review.approved"),
                () -> show(form, id, actor, model));
    }

    @PostMapping("/gov/activities/{id}/return")
    @Access(ACTIVITY_REVIEW)
    String giveBack(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String reason = form.text("reason", 2, 1000);
        return form.submit(
                () -> review.giveBack(actor, id, reason),
                () -> Then.go(response, "/gov/activities", "activity.review.returned"),
                () -> show(form, id, actor, model));
    }
}
