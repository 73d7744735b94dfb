package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * A volunteer in the register of staff, masked.
 *
 * @param id volunteer id
 * @param maskedName 张*
 * @param number unified number
 * @param age in full years
 * @param state whether the registration is valid
 * @param residence full name of the community
 * @param skills codes of the table {@code skill}
 * @param registeredAt when
 */
public record RegisterView(
        long id,
        String maskedName,
        String number,
        int age,
        State state,
        String residence,
        Set<String> skills,
        Instant registeredAt) {

    /**
     * The rest that staff see of one volunteer.
     *
     * @param line the line in the list
     * @param documentType code of the table {@code id-type}
     * @param maskedDocument 110***********1234
     * @param maskedMobile 138****5678 of the person or guardian, null if none is known
     * @param guardian whether a guardian acts
     * @param tags identities beside serving
     * @param history changes of state, oldest first
     */
    public record Detail(
            RegisterView line,
            String documentType,
            String maskedDocument,
            @Nullable String maskedMobile,
            boolean guardian,
            List<ProfileView.Tag> tags,
            List<Step> history) {}

    /**
     * A change of state.
     *
     * @param at when
     * @param to the new state
     * @param why message key {@code volunteer.why.<why>}
     * @param note what was written with it, null if nothing
     */
    public record Step(
            Instant at, State to, String why, @Nullable String note) {}

    /**
     * Personal data in full, shown for a stated purpose.
     *
     * @param name name
     * @param document number of the document
     * @param birthDate date of birth
     * @param mobile number of the person or guardian, null if none is known
     */
    public record Unmasked(
            String name,
            String document,
            LocalDate birthDate,
            @Nullable String mobile) {}

    /**
     * What to look for. Empty text leaves a condition out.
     *
     * @param text unified number, full number of a mainland identity card, or beginning of a name
     * @param skill code of the table {@code skill}
     * @param state state, null for all
     */
    public record Filter(
            String text, String skill, @Nullable State state) {}
}
