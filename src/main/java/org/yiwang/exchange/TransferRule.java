package org.yiwang.exchange;

/**
 * Rule {@code exchange.transfer}, in working days.
 *
 * @param leavingWorkingDays after which the silence of the district that is left counts as its agreement
 * @param receivingWorkingDays after which the city decides as well
 * @param appealWorkingDays within which a refusal can be taken to the city
 */
record TransferRule(int leavingWorkingDays, int receivingWorkingDays, int appealWorkingDays) {

    static final String KEY = "exchange.transfer";
}
