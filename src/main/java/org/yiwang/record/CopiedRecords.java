package org.yiwang.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.CopyRows;
import tools.jackson.databind.ObjectMapper;

/** Rows of records as COPY takes them, for whatever writes many at once. */
@Component
class CopiedRecords {

    static final String ENTRY = """
            copy record_entry (volunteer_id, record_id, origin, pair_id, source_id, activity_id, shift_id, organization_id,
                organization_name, region_code, activity_title, category, post_name, place, person_in_charge, shift_start,
                shift_end, came_at, left_at, counted_from, counted_to, service_minutes, service_date, time_kind, evidence,
                counting_version, made_by, made_at) from stdin""";

    static final String CURRENT = """
            copy record_current (volunteer_id, record_id, activity_id, state, hold, counts_on, live_span, service_date, category,
                time_kind, service_minutes, organization_id, organization_ancestors, region_code) from stdin""";

    static final String STEP = """
            copy record_step (volunteer_id, record_id, step_no, state, hold, at, actor_account_id, why, rule_key, rule_version,
                actor_as, actor_body, counts_on) from stdin""";

    private final ObjectMapper json;

    CopiedRecords(ObjectMapper json) {
        this.json = json;
    }

    /** A row of {@link #ENTRY}; of a record that corrects none. */
    void entry(CopyRows to, Entry e) {
        Statutory s = e.statutory();
        to.number(e.volunteerId())
                .number(e.recordId())
                .plain(e.origin())
                .plain(e.pairId())
                .plain(e.sourceId())
                .number(s.activityId())
                .number(s.shiftId())
                .number(s.organizationId())
                .text(s.organizationName())
                .text(s.regionCode())
                .text(s.title())
                .text(s.category())
                .text(s.postName())
                .text(s.place())
                .text(s.personInCharge())
                .plain(e.shift().start())
                .plain(e.shift().end())
                .plain(e.served().start())
                .plain(e.served().end())
                .plain(e.counted() == null ? null : e.counted().start())
                .plain(e.counted() == null ? null : e.counted().end())
                .number(e.serviceMinutes())
                .plain(e.serviceDate())
                .plain(e.kind())
                .text(json.writeValueAsString(e.proof()))
                .number(e.countingVersion())
                .number(e.madeBy())
                .plain(e.madeAt());
    }

    /** A row of {@link #CURRENT}. */
    static void current(CopyRows to, Entry e, Standing standing, @Nullable Instant countsOn) {
        Statutory s = e.statutory();
        to.number(e.volunteerId())
                .number(e.recordId())
                .number(s.activityId())
                .plain(standing.state())
                .plain(standing.hold())
                .plain(countsOn)
                .span(standing.claimsTime() ? e.counted() : null)
                .plain(e.serviceDate())
                .text(s.category())
                .plain(e.kind())
                .number(e.serviceMinutes())
                .number(s.organizationId())
                .numbers(s.organizationAncestors())
                .text(s.regionCode());
    }

    /** A row of {@link #STEP}. */
    static void step(CopyRows to, Entry e, int number, RecordStep step, @Nullable Instant countsOn) {
        to.number(e.volunteerId())
                .number(e.recordId())
                .number(number)
                .plain(step.state())
                .plain(step.hold())
                .plain(step.at())
                .number(step.actorAccountId())
                .text(step.why())
                .plain(step.ruleKey())
                .plain(step.ruleVersion())
                .text(step.who() == null ? null : step.who().as())
                .text(step.who() == null ? null : step.who().body())
                .plain(countsOn);
    }
}
