package org.yiwang.notification;

import java.util.Collection;
import java.util.Map;

/** Where people can be reached; the account module answers. */
public interface ContactBook {

    /** Mobile numbers by account, for those of the people who have one. */
    Map<Long, String> mobilesOf(Collection<Long> accountIds);
}
