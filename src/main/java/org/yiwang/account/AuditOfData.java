package org.yiwang.account;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.region.RegionChanged;
import org.yiwang.rules.RulesChanged;

/** Writes down changes of codes, rules and neighbourhoods, whose modules lie below this one, in their transactions. */
@Component
class AuditOfData {

    private final AuditTrail audit;

    AuditOfData(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    void on(RulesChanged change) {
        audit.write(change.by(), change.what(), change.subject(), change.why());
    }

    @EventListener
    void on(RegionChanged change) {
        audit.write(change.by(), change.what(), "region:" + change.region(), change.name(), change.region());
    }
}
