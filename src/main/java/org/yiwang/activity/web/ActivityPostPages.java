package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostPlan;
import org.yiwang.activity.PostTemplates;
import org.yiwang.activity.PostView;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Posts and shifts: all of a draft; the number of places and further shifts of what is public. */
@Controller
class ActivityPostPages {

    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final PostTemplates templates;
    private final Choices choices;
    private final Clock clock;

    ActivityPostPages(ActivityDrafts drafts, ActivityDesk desk, PostTemplates templates, Choices choices, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.templates = templates;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/posts")
    @Access(ACTIVITY_MANAGE)
    String posts(@PathVariable @Tsid long id, Actor actor, Model model) {
        return posts(Form.empty(), id, actor, model);
    }

    private String posts(Form form, long id, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        model.addAttribute("form", form);
        model.addAttribute("templates", isWritable(sheet) ? templates(sheet) : List.of());
        model.addAttribute("sheet", sheet);
        model.addAttribute("writable", isWritable(sheet));
        model.addAttribute("open", sheet.state() == State.PUBLISHED);
        return "activity/posts";
    }

    /** Sets of which the activity does not have every post. */
    private List<PostTemplates.Choice> templates(ActivityDrafts.Sheet sheet) {
        List<String> present = sheet.posts().stream().map(PostView::name).toList();
        return templates.list().stream()
                .filter(t -> !present.containsAll(t.posts()))
                .toList();
    }

    @PostMapping("/desk/activities/{id}/posts/template")
    @Access(ACTIVITY_MANAGE)
    String addTemplate(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String template = form.text("template", 1, 40);
        return form.submit(
                () -> templates.add(actor, id, template),
                () -> Then.go(response, posts(id), "activity.template.added"),
                () -> posts(form, id, actor, model));
    }

    private static boolean isWritable(ActivityDrafts.Sheet sheet) {
        return sheet.state() == State.DRAFT || sheet.state() == State.RETURNED;
    }

    @GetMapping("/desk/activities/{id}/posts/new")
    @Access(ACTIVITY_MANAGE)
    String newPost(@PathVariable @Tsid long id, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        ShiftView like = sheet.posts().stream()
                .flatMap(p -> p.shifts().stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.SHIFT_UNKNOWN));
        Form form = ShiftForm.fill(Form.empty(), like.period(), like.capacity(), clock.getZone())
                .with("repeat", "none")
                .with("times", 1);
        return showPost(form, sheet, null, model);
    }

    private String showPost(Form form, ActivityDrafts.Sheet sheet, @Nullable PostView post, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sheet", sheet);
        model.addAttribute("post", post == null ? "" : Ids.text(post.id()));
        model.addAttribute("skills", choices.codes("skill"));
        model.addAttribute("qualifications", choices.codes("qualification"));
        model.addAttribute("repeats", choices.repeats());
        return "activity/post";
    }

    @PostMapping("/desk/activities/{id}/posts")
    @Access(ACTIVITY_MANAGE)
    String addPost(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        PostDraft post = PostForm.read(form);
        List<ShiftDraft> shifts = ShiftForm.read(form, clock.getZone());
        return form.submit(
                () -> drafts.addPost(actor, id, new PostPlan(post, shifts)),
                () -> Then.go(response, posts(id), "activity.post.saved"),
                () -> showPost(form, drafts.get(actor, id), null, model));
    }

    @GetMapping("/desk/activities/{id}/posts/{post}")
    @Access(ACTIVITY_MANAGE)
    String editPost(@PathVariable @Tsid long id, @PathVariable @Tsid long post, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        PostView view = post(sheet, post);
        return showPost(PostForm.fill(Form.empty(), view), sheet, view, model);
    }

    private static PostView post(ActivityDrafts.Sheet sheet, long postId) {
        return sheet.posts().stream()
                .filter(p -> p.id() == postId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.POST_UNKNOWN));
    }

    @PostMapping("/desk/activities/{id}/posts/{post}")
    @Access(ACTIVITY_MANAGE)
    String savePost(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long post,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        PostView view = post(sheet, post);
        PostDraft draft = PostForm.read(form);
        return form.submit(
                () -> drafts.editPost(actor, id, post, draft),
                () -> Then.go(response, posts(id), "activity.post.saved"),
                () -> showPost(form, sheet, view, model));
    }

    @PostMapping("/desk/activities/{id}/posts/{post}/remove")
    @Access(ACTIVITY_MANAGE)
    String removePost(
            @PathVariable @Tsid long id, @PathVariable @Tsid long post, Actor actor, HttpServletResponse response) {
        drafts.removePost(actor, id, post);
        return Then.go(response, posts(id), "activity.post.removed");
    }

    @GetMapping("/desk/activities/{id}/posts/{post}/shifts/new")
    @Access(ACTIVITY_MANAGE)
    String newShift(@PathVariable @Tsid long id, @PathVariable @Tsid long post, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        PostView view = post(sheet, post);
        Form form = Form.empty();
        if (view.shifts().isEmpty()) {
            ShiftForm.fill(form, java.time.LocalDate.now(clock).plusDays(1));
        } else {
            ShiftView last = view.shifts().getLast();
            ShiftForm.fill(form, last.period(), last.capacity(), clock.getZone());
        }
        form.with("repeat", "none").with("times", 1);
        return showShift(form, sheet, view, "", model);
    }

    private String showShift(Form form, ActivityDrafts.Sheet sheet, PostView post, String shift, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sheet", sheet);
        model.addAttribute("post", post);
        model.addAttribute("shift", shift);
        model.addAttribute("placesOnly", !shift.isEmpty() && sheet.state() == State.PUBLISHED);
        model.addAttribute("repeats", choices.repeats());
        return "activity/shift";
    }

    @PostMapping("/desk/activities/{id}/posts/{post}/shifts")
    @Access(ACTIVITY_MANAGE)
    String addShifts(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long post,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        PostView view = post(sheet, post);
        List<ShiftDraft> shifts = ShiftForm.read(form, clock.getZone());
        return form.submit(
                () -> {
                    if (isWritable(sheet)) {
                        drafts.addShifts(actor, id, post, shifts);
                    } else {
                        desk.addShifts(actor, id, post, shifts);
                    }
                },
                () -> Then.go(response, posts(id), "activity.shift.saved"),
                () -> showShift(form, sheet, view, "", model));
    }

    @GetMapping("/desk/activities/{id}/shifts/{shift}")
    @Access(ACTIVITY_MANAGE)
    String editShift(@PathVariable @Tsid long id, @PathVariable @Tsid long shift, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        ShiftView view = shift(sheet, shift);
        Form form = ShiftForm.fill(Form.empty(), view.period(), view.capacity(), clock.getZone());
        return showShift(form, sheet, post(sheet, view.postId()), Ids.text(shift), model);
    }

    private static ShiftView shift(ActivityDrafts.Sheet sheet, long shiftId) {
        return sheet.posts().stream()
                .flatMap(p -> p.shifts().stream())
                .filter(s -> s.id() == shiftId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.SHIFT_UNKNOWN));
    }

    @PostMapping("/desk/activities/{id}/shifts/{shift}")
    @Access(ACTIVITY_MANAGE)
    String saveShift(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long shift,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        ShiftView view = shift(sheet, shift);
        Supplier<String> again = () -> showShift(form, sheet, post(sheet, view.postId()), Ids.text(shift), model);
        Supplier<String> then = () -> Then.go(response, posts(id), "activity.shift.saved");
        if (isWritable(sheet)) {
            List<ShiftDraft> one = ShiftForm.read(form, clock.getZone());
            return form.submit(() -> drafts.editShift(actor, id, shift, one.getFirst()), then, again);
        }
        int capacity = form.integer("capacity", 1, 100_000);
        return form.submit(() -> desk.changeCapacity(actor, id, shift, capacity), then, again);
    }

    @PostMapping("/desk/activities/{id}/shifts/{shift}/remove")
    @Access(ACTIVITY_MANAGE)
    String removeShift(
            @PathVariable @Tsid long id, @PathVariable @Tsid long shift, Actor actor, HttpServletResponse response) {
        drafts.removeShift(actor, id, shift);
        return Then.go(response, posts(id), "activity.shift.removed");
    }

    private static String posts(long id) {
        return "/desk/activities/" + Ids.text(id) + "/posts";
    }
}
