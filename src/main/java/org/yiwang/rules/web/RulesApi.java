package org.yiwang.rules.web;

import static org.yiwang.kernel.Permission.ANYONE;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.rules.PublicRules;
import org.yiwang.web.Access;

/** The rules by which the platform decides, for anybody. */
@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "rules", description = "Rules by which the platform decides, version by version")
class RulesApi {

    private final PublicRules rules;

    RulesApi(PublicRules rules) {
        this.rules = rules;
    }

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Every rule with when each of its versions holds, the latest first")
    List<Listed> list() {
        return rules.all().entrySet().stream()
                .map(rule -> new Listed(rule.getKey(), rule.getValue()))
                .toList();
    }

    @GetMapping("/{key:[a-z][a-z0-9.-]*}/{version:[0-9]+}")
    @Access(ANYONE)
    @Operation(summary = "What a version of a rule says, and when it holds")
    Said rule(@PathVariable String key, @PathVariable int version) {
        PublicRules.View view = rules.get(key, version);
        return new Said(
                key,
                version,
                view.span().from(),
                view.span().until(),
                view.version().note(),
                view.version().value(),
                view.all());
    }

    /** A rule in a list: its name, and when each version holds. */
    record Listed(String key, List<PublicRules.Span> versions) {}

    /**
     * A version of a rule as sent.
     *
     * @param key name of the rule
     * @param version its number
     * @param from first day on which it holds
     * @param until last day, absent while no later version ends it
     * @param note why it was made
     * @param value what it says
     * @param versions when each version holds, the latest first
     */
    record Said(
            String key,
            int version,
            LocalDate from,
            @Nullable LocalDate until,
            String note,
            @JsonRawValue String value,
            List<PublicRules.Span> versions) {}
}
