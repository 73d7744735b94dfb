package org.yiwang.honour.web;

import org.springframework.stereotype.Component;
import org.yiwang.honour.RoundDesk;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;

/** Makes the words that pages of awards need. */
@Component
class Words {

    private final Codes codes;
    private final Regions regions;
    private final RoundDesk desk;

    Words(Codes codes, Regions regions, RoundDesk desk) {
        this.codes = codes;
        this.regions = regions;
        this.desk = desk;
    }

    RoundWords words() {
        return new RoundWords(codes, regions, desk.kinds());
    }
}
