package org.yiwang.dossier;

import org.yiwang.kernel.RegionCode;

/** Level of the government that gave an award. */
public enum AwardLevel {
    /** District or county. */
    COUNTY,
    /** City. */
    CITY,
    /** Province. */
    PROVINCE,
    /** The nation. */
    NATION;

    /** The region whose office decides for somebody who lives there: the district, or for higher awards the city. */
    RegionCode office(RegionCode residence) {
        int length = Math.min(this == COUNTY ? 6 : 4, residence.value().length());
        return new RegionCode(residence.value().substring(0, length));
    }
}
