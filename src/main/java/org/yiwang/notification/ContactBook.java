package org.yiwang.notification;

import java.util.Optional;

/** Where people can be reached; the account module answers. */
public interface ContactBook {

    /** The person's mobile number, if there is one. */
    Optional<String> mobileOf(long accountId);
}
