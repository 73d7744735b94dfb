package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer has told beyond the registration. Codes of the tables named after the parts.
 *
 * @param skills what the person can do
 * @param slots when the person can serve: 01–21 Monday to Sunday × morning, afternoon, evening; 22–24 holidays
 * @param categories where the person would like to serve, at most four
 * @param languages what the person speaks
 * @param education highest degree
 * @param employment work
 * @param politicalStatus political status
 * @param vowVersion version of the vow taken, null if none
 * @param vowAt when
 * @param tags identities beside serving
 */
public record ProfileView(
        Set<String> skills,
        Set<String> slots,
        Set<String> categories,
        Set<String> languages,
        @Nullable String education,
        @Nullable String employment,
        @Nullable String politicalStatus,
        @Nullable Integer vowVersion,
        @Nullable Instant vowAt,
        List<Tag> tags) {

    /**
     * An identity such as deputy or reporting party member.
     *
     * @param code code of the table {@code identity-tag}
     * @param source where it is known from: the person, or an office by name
     * @param expiresOn last day on which it holds, null if without end
     */
    public record Tag(String code, String source, @Nullable LocalDate expiresOn) {}

    /** How many of the six parts are filled: skills, times, categories, languages, background, vow. */
    public int filled() {
        int parts = skills.isEmpty() ? 0 : 1;
        parts += slots.isEmpty() ? 0 : 1;
        parts += categories.isEmpty() ? 0 : 1;
        parts += languages.isEmpty() ? 0 : 1;
        parts += education == null && employment == null && politicalStatus == null ? 0 : 1;
        parts += vowVersion == null ? 0 : 1;
        return parts;
    }
}
