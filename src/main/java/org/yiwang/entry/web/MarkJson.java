package org.yiwang.entry.web;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.trust.SanctionView;
import org.yiwang.trust.Sanctions;

/** A sanction in force as sent to those who decide about a sheet. */
record MarkJson(
        SanctionView.Kind subject,
        String subjectId,
        String kind,
        LocalDate since,
        @Nullable LocalDate until) {

    static MarkJson of(Sanctions.Mark mark, Locale locale) {
        return new MarkJson(
                mark.subject().kind(),
                Ids.text(mark.subject().id()),
                mark.kind().in(locale),
                mark.since(),
                mark.until());
    }
}
