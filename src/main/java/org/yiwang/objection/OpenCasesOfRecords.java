package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.record.OpenCases;
import org.yiwang.record.RecordKey;

/** Tells the records which of them a case is open about: what is proposed for them waits. */
@Component
class OpenCasesOfRecords implements OpenCases {

    private final CaseListStore lists;
    private final CaseTerms terms;
    private final OneObjection one;

    OpenCasesOfRecords(CaseListStore lists, CaseTerms terms, OneObjection one) {
        this.lists = lists;
        this.terms = terms;
        this.one = one;
    }

    @Override
    public boolean isOpen(RecordKey key) {
        return lists.isOpen(key, terms.today());
    }

    @Override
    public boolean mayObject(RecordKey key) {
        return one.problem(key).isEmpty();
    }

    @Override
    public boolean holdsFrozen(RecordKey key) {
        return lists.isFrozen(key);
    }
}
