package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.record.OpenCases;
import org.yiwang.record.RecordKey;

/** Tells the records which of them a case is open about: what is proposed for them waits. */
@Component
class OpenCasesOfRecords implements OpenCases {

    private final CaseListStore lists;

    OpenCasesOfRecords(CaseListStore lists) {
        this.lists = lists;
    }

    @Override
    public boolean isOpen(RecordKey key) {
        return lists.isOpen(key);
    }

    @Override
    public boolean holdsFrozen(RecordKey key) {
        return lists.isFrozen(key);
    }
}
