package org.yiwang.objection;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * How somebody answers a case.
 *
 * @param outcome the outcome
 * @param served the time that was really served; only for a correction
 * @param reason the reason, which the volunteer reads
 * @param evidence what shows it, which the volunteer reads; asked for before hours are taken away or an organization puts
 *     more hours forward, otherwise it may be empty
 * @param documentSeen whether the person showed the document at a desk; asked for before "not me" makes records void
 */
public record Verdict(
        CaseView.Outcome outcome, @Nullable Period served, String reason, String evidence, boolean documentSeen) {}
