package org.yiwang.volunteer.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.QualificationView;
import org.yiwang.web.Page;

/** Names of codes in the reader's language, for the templates of profiles. */
public final class ProfileNames {

    private static final Map<String, String> TABLES =
            Map.of("skills", "skill", "categories", "category", "languages", "language");

    private final Choices choices;
    private final Locale locale;

    ProfileNames(Choices choices, Locale locale) {
        this.choices = choices;
        this.locale = locale;
    }

    /** Code to name. */
    public Map<String, String> of(String table) {
        return choices.of(table, locale);
    }

    /** Code to name for a part of the profile that is a list of codes. */
    public Map<String, String> ofPart(String part) {
        return of(TABLES.getOrDefault(part, part));
    }

    /** Names of many codes, one after the other. */
    public String join(String table, Collection<String> codes, String separator) {
        Map<String, String> names = of(table);
        return String.join(
                separator, codes.stream().map(c -> names.getOrDefault(c, c)).toList());
    }

    /** Education, employment and political status, as far as they are stated. */
    public String background(ProfileView profile, String separator) {
        List<String> stated = new ArrayList<>();
        add(stated, "education", profile.education());
        add(stated, "employment", profile.employment());
        add(stated, "political-status", profile.politicalStatus());
        return String.join(separator, stated);
    }

    private void add(List<String> stated, String table, @Nullable String code) {
        if (code != null) {
            stated.add(of(table).getOrDefault(code, code));
        }
    }

    /** Names of the identities. */
    public String tags(ProfileView profile, String separator) {
        return join(
                "identity-tag",
                profile.tags().stream().map(ProfileView.Tag::code).toList(),
                separator);
    }

    /** Confirmed qualifications that have not ended, and how many wait. */
    public String qualifications(List<QualificationView> all, Page page) {
        List<String> told = new ArrayList<>();
        String confirmed = all.stream()
                .filter(q -> q.state() == QualificationView.State.CONFIRMED && !q.expiredOn(page.today()))
                .map(q -> q.name().in(locale))
                .distinct()
                .collect(Collectors.joining(page.t("volunteer.list-separator")));
        long waiting = all.stream()
                .filter(q -> q.state() == QualificationView.State.STATED)
                .count();
        if (!confirmed.isEmpty()) {
            told.add(page.t("volunteer.part.qualifications.n", confirmed));
        }
        if (waiting > 0) {
            told.add(page.t("volunteer.part.qualifications.waiting", waiting));
        }
        return String.join(page.t("volunteer.list-separator"), told);
    }

    /** Where an identity is known from. */
    public String source(ProfileView.Tag tag, Page page) {
        return tag.source().equals(Profiles.OWN_WORD) ? page.t("volunteer.tag.own-word") : tag.source();
    }
}
