package org.yiwang.notification.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.notification.Inbox;
import org.yiwang.notification.NoticeArgs;
import org.yiwang.notification.NoticeView;
import org.yiwang.web.Access;

/** A person's messages for apps. */
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "inbox", description = "A person's messages and what comes by text message too")
class InboxApi {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Inbox inbox;
    private final MessageSource messages;
    private final ZoneId zone;

    InboxApi(Inbox inbox, MessageSource messages, Clock clock) {
        this.inbox = inbox;
        this.messages = messages;
        this.zone = clock.getZone();
    }

    /** Newest first, the text in the language asked for. */
    @GetMapping
    @Access(SIGNED_IN)
    @Operation(summary = "The caller's messages, newest first")
    Slice<Message> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        return inbox.list(actor, unread, page).map(notice -> message(notice, locale));
    }

    /** Marks one as read. */
    @PostMapping("/{id}/read")
    @Access(SIGNED_IN)
    @Operation(summary = "Mark one message as read")
    Opened read(@PathVariable @Tsid long id, Actor actor) {
        return new Opened(inbox.open(actor, id));
    }

    /** Marks all as read. */
    @PostMapping("/read")
    @Access(SIGNED_IN)
    @Operation(summary = "Mark all messages as read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Actor actor) {
        inbox.readAll(actor);
    }

    /** How many are not read yet, at most 100. */
    @GetMapping("/unread")
    @Access(SIGNED_IN)
    @Operation(summary = "How many messages are not read yet, at most 100")
    Waiting unread(Actor actor) {
        return new Waiting(inbox.count(actor));
    }

    /** Kind of notice to whether its urgent ones come by text message too. */
    @GetMapping("/preferences")
    @Access(SIGNED_IN)
    @Operation(summary = "Which kinds of notice come by text message too")
    Map<String, Boolean> preferences(Actor actor) {
        return inbox.preferences(actor);
    }

    /** Sets what comes by text message too; kinds that are left out stay as they are. */
    @PutMapping("/preferences")
    @Access(SIGNED_IN)
    @Operation(summary = "Set which kinds come by text message too")
    Map<String, Boolean> prefer(@RequestBody Map<String, Boolean> body, Actor actor) {
        Map<String, Boolean> all = new HashMap<>(inbox.preferences(actor));
        all.replaceAll((kind, now) -> body.getOrDefault(kind, now));
        inbox.prefer(
                actor,
                all.keySet().stream()
                        .filter(kind -> Boolean.TRUE.equals(all.get(kind)))
                        .collect(Collectors.toSet()));
        return inbox.preferences(actor);
    }

    private Message message(NoticeView view, Locale locale) {
        String key = view.notice().key();
        Object[] args = NoticeArgs.written(
                view.notice().args(), moment -> MOMENT.format(moment.atZone(zone)), LocalDate::toString);
        String text = messages.getMessage(key, args, key, locale);
        return new Message(
                Ids.text(view.id()),
                key,
                text == null ? key : text,
                view.notice().link(),
                view.notice().urgent(),
                view.at(),
                view.read());
    }

    record Message(String id, String key, String text, String link, boolean urgent, Instant at, boolean read) {}

    record Opened(String link) {}

    record Waiting(int unread) {}
}
