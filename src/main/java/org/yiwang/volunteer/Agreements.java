package org.yiwang.volunteer;

import org.springframework.stereotype.Component;

/** Notes what a person agreed to on registering: the notice with rights and duties, and the use of sensitive data. */
@Component
class Agreements {

    Agreements() {}

    void note(long accountId, VolunteerView about) {}
}
