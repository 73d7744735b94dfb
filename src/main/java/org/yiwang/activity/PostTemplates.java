package org.yiwang.activity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.PostTemplateRule.Template;
import org.yiwang.activity.PostTemplateRule.TemplatePost;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/** Fills the posts of a draft from a set kept as data, such as the seven roles (七员) of a community in an epidemic. */
@Component
public class PostTemplates {

    private final ActivityBook book;
    private final ActivityStore store;
    private final DraftForms forms;
    private final PublicationDesk publication;
    private final Rules rules;

    PostTemplates(ActivityBook book, ActivityStore store, DraftForms forms, PublicationDesk publication, Rules rules) {
        this.book = book;
        this.store = store;
        this.forms = forms;
        this.publication = publication;
        this.rules = rules;
    }

    /**
     * A set of posts to choose.
     *
     * @param code its short name
     * @param name what it is called
     * @param posts names of its posts
     */
    public record Choice(String code, Label name, List<String> posts) {}

    /** The sets that can be chosen today. */
    public List<Choice> list() {
        return sets().stream()
                .map(t -> new Choice(
                        t.code(),
                        new Label(t.zh(), t.en()),
                        t.posts().stream().map(TemplatePost::name).toList()))
                .toList();
    }

    private List<Template> sets() {
        return rules.current(PostTemplateRule.KEY, PostTemplateRule.class)
                .value()
                .sets();
    }

    /**
     * Adds the posts of a set that the draft does not have yet, at the times of its first post, and what volunteers get
     * there. Needs {@code ACTIVITY_MANAGE}; refuses with {@code activity.template-unknown}, or
     * {@code activity.nothing-changed} when all are there.
     *
     * @return how many posts were added
     */
    @Transactional
    public int add(Actor actor, long activityId, String code) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        Template template = sets().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.TEMPLATE_UNKNOWN).at("template"));
        Set<String> present = activity.posts().stream().map(PostView::name).collect(Collectors.toSet());
        List<TemplatePost> missing = template.posts().stream()
                .filter(p -> !present.contains(p.name()))
                .toList();
        if (missing.isEmpty()) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED).at("template");
        }
        Integer adultsFrom = publication.adultsFrom(activity.draft().risk());
        Collection<Period> times = times(activity);
        for (TemplatePost post : missing) {
            long postId = Ids.next();
            store.savePost(activityId, postId, forms.checked(post.draft(), adultsFrom));
            times.forEach(time -> store.saveShift(
                    activityId, postId, Ids.next(), forms.checked(new ShiftDraft(time, post.places()))));
        }
        Activity next = book.again(activityId);
        Set<String> protections = new TreeSet<>(next.draft().protections());
        protections.addAll(template.protections());
        ActivityDraft draft = forms.checked(next.draft()
                .with(new Correction(
                        next.draft().description(),
                        next.draft().place().address(),
                        next.draft().contact(),
                        protections)));
        book.save(next.with(draft, next.ancestors(), null));
        return missing.size();
    }

    /** Times of the first post that has any. */
    private static List<Period> times(Activity activity) {
        return activity.posts().stream()
                .filter(p -> !p.shifts().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.LAST_SHIFT))
                .shifts()
                .stream()
                .map(ShiftView::period)
                .distinct()
                .toList();
    }
}
