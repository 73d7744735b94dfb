package org.yiwang.volunteer;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;

/** The offices that answer for a residence: district and city. */
@Component
class Offices {

    private final Grants grants;
    private final Notifications notifications;

    Offices(Grants grants, Notifications notifications) {
        this.grants = grants;
        this.notifications = notifications;
    }

    /** Tells them, and one more account (0 for nobody). */
    void tell(RegionCode residence, long alsoAccount, Notice notice) {
        Set<Long> told = new LinkedHashSet<>();
        residence
                .at(RegionCode.Level.COUNTY)
                .ifPresent(county -> told.addAll(grants.holders(Role.DISTRICT_OFFICE, new Scope.InRegion(county))));
        residence
                .at(RegionCode.Level.CITY)
                .ifPresent(city -> told.addAll(grants.holders(Role.CITY_OFFICE, new Scope.InRegion(city))));
        if (alsoAccount != 0) {
            told.add(alsoAccount);
        }
        for (long account : told) {
            notifications.tell(account, notice);
        }
    }
}
