package org.yiwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.Visitor;

@CityTest
class InboxTest {

    private static final String KEY = "notice.record.clock-overdue";

    @Autowired
    private Notifications notifications;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_notice_waits_until_it_is_opened_and_only_its_owner_can_open_it() {
        long id = PeopleFixture.account("收件人");
        Actor actor = PeopleFixture.actor(id);
        assertThat(inbox.count(actor)).isZero();
        notifications.tell(id, new Notice(KEY, List.of("<b>清洁</b>", "2026-11-30"), "/me/hours?x=1", false));
        assertThat(inbox.count(actor)).isEqualTo(1);

        Visitor owner = Visitor.asAccount(id);
        Visitor.Answer page = owner.get("/me/inbox");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("“&lt;b&gt;清洁&lt;/b&gt;”已超过记录期限 11月30日(周一)")
                .doesNotContain("<b>清洁");
        assertThat(owner.cookie("yw_lang")).isNull();
        assertThat(owner.cookie("yw_lang", "en").get("/me/inbox").body()).contains("is past its last day Mon 30 Nov");

        String notice = Ids.text(inbox.list(actor, true, 1).items().getFirst().id());
        Visitor stranger = Visitor.asAccount(PeopleFixture.account("别人"));
        assertThat(stranger.get("/me/inbox/" + notice).status()).isEqualTo(404);
        assertThat(inbox.list(actor, true, 1).items()).hasSize(1);
        assertThat(owner.get("/me/inbox/" + notice).location()).isEqualTo("/me/hours?x=1");
        assertThat(inbox.count(actor)).isZero();
        assertThat(Visitor.anonymous().get("/me/inbox").location()).startsWith("/sign-in");
    }

    @Test
    void a_notice_belongs_to_the_transaction_that_caused_it() {
        long id = PeopleFixture.account("x");
        transaction.executeWithoutResult(status -> {
            notifications.tell(id, new Notice(KEY, List.of("a", "b"), "/me", true));
            status.setRollbackOnly();
        });
        assertThat(inbox.list(PeopleFixture.actor(id), false, 1).items()).isEmpty();
    }

    @Test
    void an_urgent_notice_comes_as_a_text_message_too_unless_its_kind_is_turned_off() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("x", mobile);
        Notice urgent = new Notice(
                KEY, List.of("清洁", Instant.parse("2026-11-21T01:00:00Z").toString()), "/me", true);
        notifications.tell(id, urgent);
        assertThat(outbox.newest(mobile))
                .hasSize(1)
                .first()
                .extracting(Outbox.Message::text)
                .asString()
                .contains("11月21日09:00");
        notifications.tell(id, new Notice(KEY, List.of("a", "b"), "/me", false));
        assertThat(outbox.newest(mobile)).hasSize(1);

        Visitor owner = Visitor.asAccount(id);
        assertThat(owner.get("/me/inbox/preferences").body()).contains("name=\"sms-record\" value=\"yes\" checked");
        assertThat(owner.post("/me/inbox/preferences", Map.of("sms-signup", "yes"))
                        .status())
                .isEqualTo(303);
        assertThat(inbox.preferences(PeopleFixture.actor(id)))
                .containsEntry("record", false)
                .containsEntry("signup", true);
        notifications.tell(List.of(id, id), urgent);
        assertThat(outbox.newest(mobile)).hasSize(1);
        assertThat(inbox.list(PeopleFixture.actor(id), false, 1).items()).hasSize(3);
    }

    @Test
    void the_list_has_pages_and_all_can_be_marked_as_read() {
        long id = PeopleFixture.account("x");
        for (int i = 0; i < 23; i++) {
            notifications.tell(id, new Notice(KEY, List.of("第" + i, "b"), "/me", false));
        }
        Visitor owner = Visitor.asAccount(id);
        assertThat(owner.get("/me/inbox").body())
                .contains("第22")
                .doesNotContain("第2”")
                .contains("rel=\"next\"");
        assertThat(owner.get("/me/inbox?page=2").body()).contains("第2”");
        assertThat(owner.api("GET", "/api/v1/inbox?unread=true", null)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(20);
        assertThat(owner.post("/me/inbox/read", Map.of()).location()).isEqualTo("/me/inbox");
        assertThat(owner.api("GET", "/api/v1/inbox?unread=true", null)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(owner.get("/me/inbox?unread=true").body()).contains("没有未读消息");
    }

    @Test
    void codes_can_be_read_in_the_demo_outbox_by_page_and_by_script() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("x", mobile);
        notifications.tell(id, new Notice(KEY, List.of("清洁", "b"), "/me", true));
        Visitor anyone = Visitor.anonymous();
        assertThat(anyone.get("/demo/outbox").body()).contains(mobile);
        var items = anyone.get("/demo/outbox.json?mobile=" + mobile).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("args").path(0).asString()).isEqualTo("清洁");
        assertThat(anyone.get("/demo/outbox?mobile=1").body()).contains("还没有短信");
    }
}
