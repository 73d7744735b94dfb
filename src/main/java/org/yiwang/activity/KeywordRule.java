package org.yiwang.activity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.yiwang.kernel.Label;

/**
 * Words that hint at something that is no voluntary service: rule {@code activity.not-service-keywords}. A hint is
 * shown to organizer and reviewer and asks for a look; it never decides.
 *
 * @param kinds what is no service, with the words that hint at it
 */
record KeywordRule(List<Kind> kinds) {

    static final String KEY = "activity.not-service-keywords";

    /**
     * Something that is no service.
     *
     * @param code its short name
     * @param zh why it is none, in Chinese
     * @param en the same in English
     * @param words words that hint at it
     */
    record Kind(String code, String zh, String en, List<String> words) {}

    /** The hints in a text, each kind once with the words found. */
    List<Hint> hintsIn(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return kinds.stream()
                .map(kind -> new Hint(
                        kind.code(),
                        new Label(kind.zh(), kind.en()),
                        kind.words().stream().filter(plain::contains).toList()))
                .filter(hint -> !hint.words().isEmpty())
                .toList();
    }

    /** The hints in what an organizer wrote: title, description, and names and descriptions of posts. */
    List<Hint> hintsIn(Activity activity) {
        StringBuilder text = new StringBuilder(activity.draft().title())
                .append('\n')
                .append(activity.draft().description())
                .append('\n')
                .append(activity.draft().terms().subsidyReason());
        activity.posts()
                .forEach(p -> text.append('\n').append(p.name()).append('\n').append(p.description()));
        return hintsIn(text.toString());
    }
}
