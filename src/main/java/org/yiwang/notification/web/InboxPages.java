package org.yiwang.notification.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.notification.Inbox;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** A person's messages. */
@Controller
class InboxPages {

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/me/inbox")
    @Access(SIGNED_IN)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("notices", inbox.list(actor, unread, page));
        model.addAttribute("unread", unread);
        model.addAttribute("waiting", inbox.count(actor));
        return "notification/inbox";
    }

    /** Marks the message as read and leads where it points. */
    @GetMapping("/me/inbox/{id}")
    @Access(SIGNED_IN)
    String open(@PathVariable @Tsid long id, Actor actor) {
        return "redirect:" + inbox.open(actor, id);
    }

    @PostMapping("/me/inbox/read")
    @Access(SIGNED_IN)
    String readAll(Actor actor, HttpServletResponse response) {
        inbox.readAll(actor);
        return Then.go(response, "/me/inbox", "notification.all-read");
    }

    @GetMapping("/me/inbox/preferences")
    @Access(SIGNED_IN)
    String preferences(Actor actor, Model model) {
        Form form = Form.empty();
        inbox.preferences(actor).forEach((kind, sms) -> form.with("sms-" + kind, sms ? "yes" : null));
        model.addAttribute("form", form);
        model.addAttribute("kinds", Inbox.KINDS);
        return "notification/preferences";
    }

    @PostMapping("/me/inbox/preferences")
    @Access(SIGNED_IN)
    String prefer(Form form, Actor actor, HttpServletResponse response) {
        inbox.prefer(
                actor,
                Set.copyOf(Inbox.KINDS.stream()
                        .filter(kind -> form.ticked("sms-" + kind))
                        .toList()));
        return Then.go(response, "/me/inbox", "notification.preferences-kept");
    }
}
