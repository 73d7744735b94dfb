package org.yiwang.letter;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.record.TimeKind;

/**
 * One service that counts, as far as a letter speaks of it.
 *
 * @param recordId the record
 * @param title activity name
 * @param organizationId with whom, 0 for a body of another platform
 * @param organizationName its name as recorded
 * @param category code of the table {@code category}
 * @param objects whom it served, as the activity says; empty if nothing is known
 * @param day the day
 * @param minutes minutes that count
 * @param kind credit or honour time
 */
public record Service(
        long recordId,
        String title,
        long organizationId,
        String organizationName,
        String category,
        List<Label> objects,
        LocalDate day,
        int minutes,
        TimeKind kind) {

    /** By what services with one body are put together: its id, and its name where it has none here. */
    String team() {
        return organizationId == 0 ? organizationName : Ids.text(organizationId);
    }
}
