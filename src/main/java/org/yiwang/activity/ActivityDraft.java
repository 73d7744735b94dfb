package org.yiwang.activity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.kernel.RegionCode;

/**
 * An activity as its organizer writes it. Texts may still be empty in a draft; what is missing is named before it can
 * be published.
 *
 * @param organizationId who organizes
 * @param projectId the project it belongs to, null if none
 * @param region where it takes place
 * @param title at most 50 characters
 * @param categories one to four codes of the table {@code category}, the main one first
 * @param objects whom it serves: codes of the table {@code service-object}
 * @param protections what volunteers get: codes of the table {@code protection}
 * @param description what is done
 * @param place where people meet
 * @param contact whom to ask
 * @param risk what may happen
 * @param recruitment who may sign up, and when
 * @param terms what else is agreed
 */
public record ActivityDraft(
        long organizationId,
        @Nullable Long projectId,
        RegionCode region,
        String title,
        List<String> categories,
        Set<String> objects,
        Set<String> protections,
        String description,
        Place place,
        Contact contact,
        Risk risk,
        Recruitment recruitment,
        Terms terms) {

    /** The same with other sign-up. */
    public ActivityDraft with(Recruitment next) {
        return new ActivityDraft(
                organizationId,
                projectId,
                region,
                title,
                categories,
                objects,
                protections,
                description,
                place,
                contact,
                risk,
                next,
                terms);
    }

    /** The same with other texts. */
    public ActivityDraft with(Correction next) {
        return new ActivityDraft(
                organizationId,
                projectId,
                region,
                title,
                categories,
                objects,
                next.protections(),
                next.description(),
                new Place(next.address(), place.latitude(), place.longitude()),
                next.contact(),
                risk,
                recruitment,
                terms);
    }

    /** The same with another contact. */
    public ActivityDraft with(Contact next) {
        return new ActivityDraft(
                organizationId,
                projectId,
                region,
                title,
                categories,
                objects,
                protections,
                description,
                place,
                next,
                risk,
                recruitment,
                terms);
    }
}
