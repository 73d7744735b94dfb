package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TotalExplained;
import org.yiwang.record.TotalExplanations;
import org.yiwang.record.TotalQuestion;
import org.yiwang.web.Access;

/** Where totals come from, over the API. */
@RestController
@Tag(name = "records")
class TotalApi {

    private final TotalExplanations explanations;

    TotalApi(TotalExplanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/volunteers/{volunteer}/records/explanation")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "Where a total comes from: its records, the versions of the rule that counted them, what is not in"
                            + " it, what became of it in 30 days")
    TotalJson explain(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @RequestParam TimeKind kind,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "1") int page) {
        return TotalJson.of(explanations.explain(actor, volunteer, new TotalQuestion(kind, year, category), page));
    }

    record TotalJson(
            int minutes,
            int records,
            boolean agrees,
            List<TotalExplained.Part> byRule,
            Slice<RecordApi.Line> lines,
            List<TotalExplained.Waiting> notCounted,
            TotalExplained.Change change) {

        static TotalJson of(TotalExplained total) {
            return new TotalJson(
                    total.minutes(),
                    total.records(),
                    total.agrees(),
                    total.byRule(),
                    total.lines().map(RecordApi.Line::of),
                    total.notCounted(),
                    total.change());
        }
    }
}
