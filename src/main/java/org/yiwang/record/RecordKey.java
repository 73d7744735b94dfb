package org.yiwang.record;

/**
 * Names a record.
 *
 * @param volunteerId whose
 * @param recordId which
 */
public record RecordKey(long volunteerId, long recordId) {}
