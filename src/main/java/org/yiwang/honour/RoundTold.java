package org.yiwang.honour;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;

/** Tells people about rounds, into their inboxes. */
@Component
class RoundTold {

    private final Notifications notifications;

    RoundTold(Notifications notifications) {
        this.notifications = notifications;
    }

    /** The nominee, or the guardian. */
    void nominee(Nominee nominee, String key, Object... args) {
        notifications.tell(
                nominee.person().contactAccountId(), notice(key, "/me/nominations/" + Ids.text(nominee.id()), args));
    }

    void nominator(Nominee nominee, String key, Object... args) {
        notifications.tell(
                nominee.nominatorAccountId(), notice(key, "/me/nominations/" + Ids.text(nominee.id()), args));
    }

    void judge(long account, RoundView round, String key, Object... args) {
        notifications.tell(account, notice(key, "/me/panels/" + Ids.text(round.id()), args));
    }

    /** Who made the round; colleagues find it in the office's queue. */
    void office(RoundView round, String key, Object... args) {
        if (round.madeBy() != 0) {
            notifications.tell(round.madeBy(), notice(key, "/gov/awards/" + Ids.text(round.id()), args));
        }
    }

    private static Notice notice(String key, String link, Object... args) {
        List<String> values = Arrays.stream(args).map(String::valueOf).toList();
        return new Notice(key, values, link, false);
    }
}
