package org.yiwang.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/**
 * What somebody entered at once about one shift.
 *
 * @param activityId the activity
 * @param id which of its sheets
 * @param kind manual entry or makeup
 * @param organizationId whose activity
 * @param ancestors that organization and all above it
 * @param region where
 * @param title the activity's title
 * @param shiftId the shift
 * @param shift when it was
 * @param why why the check-in is missing
 * @param shownBy what shows that they were there
 * @param enteredBy who entered it
 * @param enteredAt when
 * @param expiresOn last day on which it can be confirmed and agreed to
 * @param proof format of the scanned proof, {@code jpeg} or {@code pdf}; null if there is none
 * @param proofHash which file the proof is, SHA-256 in hexadecimal; null if there is none
 * @param lines one per person
 */
public record EntrySheet(
        long activityId,
        long id,
        EntryKind kind,
        long organizationId,
        List<Long> ancestors,
        RegionCode region,
        String title,
        long shiftId,
        Period shift,
        String why,
        String shownBy,
        long enteredBy,
        Instant enteredAt,
        LocalDate expiresOn,
        @Nullable String proof,
        @Nullable String proofHash,
        List<EntryLine> lines) {

    /** Lines that stand there. */
    public List<EntryLine> in(EntryState state) {
        return lines.stream().filter(line -> line.state() == state).toList();
    }

    /** Minutes of all lines that are or may come on record. */
    public int minutes() {
        return lines.stream()
                .filter(line -> line.state().isOpen() || line.state() == EntryState.RECORDED)
                .mapToInt(EntryLine::minutes)
                .sum();
    }

    EntrySheet with(List<EntryLine> of) {
        return new EntrySheet(
                activityId,
                id,
                kind,
                organizationId,
                ancestors,
                region,
                title,
                shiftId,
                shift,
                why,
                shownBy,
                enteredBy,
                enteredAt,
                expiresOn,
                proof,
                proofHash,
                of);
    }
}
