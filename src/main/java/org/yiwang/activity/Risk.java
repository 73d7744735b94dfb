package org.yiwang.activity;

/**
 * What may happen to those who serve (Regulations on Voluntary Services art. 12 and 17).
 *
 * @param level 0 none, 1 low, 2 insurance needed and no minors, 3 high
 * @param note the risks in plain words; needed to publish at every level
 * @param insurance policy and its number; empty if none
 */
public record Risk(int level, String note, String insurance) {}
