package org.yiwang.objection;

/**
 * Rule {@code record.proposal}, which binds offices like organizers: how long before it is carried out something that takes
 * hours away is told (domain F14).
 *
 * @param days whole days from the moment it is told
 */
record AnnouncementRule(int days) {

    static final String KEY = "record.proposal";
}
