package org.yiwang.activity.web;

import java.util.Set;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostView;
import org.yiwang.web.Form;

/** A post with what it asks, as a form. Own service is asked in whole hours there. */
final class PostForm {

    private PostForm() {}

    static Form fill(Form form, PostView post) {
        Conditions asked = post.conditions();
        return form.with("postName", post.name())
                .with("postDescription", post.description())
                .with("minAge", asked.minAge())
                .with("maxAge", asked.maxAge())
                .with("skills", asked.skills())
                .with("minHours", asked.minOwnMinutes() == 0 ? null : asked.minOwnMinutes() / 60)
                .with("qualifications", asked.qualifications());
    }

    static PostDraft read(Form form) {
        return new PostDraft(
                form.text("postName", 1, 30),
                form.text("postDescription", 0, 1000),
                new Conditions(
                        form.optionalInteger("minAge", 0, 120).orElse(null),
                        form.optionalInteger("maxAge", 0, 120).orElse(null),
                        Set.copyOf(form.values("skills")),
                        form.optionalInteger("minHours", 0, 100_000).orElse(0) * 60,
                        Set.copyOf(form.values("qualifications"))));
    }
}
