package org.yiwang.notification.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.notification.Outbox;
import org.yiwang.web.Access;

/** The outbox page of a demo city, where codes can be read. Outside of a demo there is no such address. */
@Controller
@ConditionalOnProperty(name = "yiwang.demo", havingValue = "true")
class OutboxPages {

    private final Outbox outbox;

    OutboxPages(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/demo/outbox")
    @Access(ANYONE)
    String page(@RequestParam(required = false) @Nullable String mobile, Model model) {
        model.addAttribute("messages", sent(mobile));
        model.addAttribute("mobile", mobile == null ? "" : mobile);
        return "notification/outbox";
    }

    /** The same as JSON, newest first, for scripts that live the journey. */
    @GetMapping("/demo/outbox.json")
    @Access(ANYONE)
    ResponseEntity<Sent> json(@RequestParam(required = false) @Nullable String mobile) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Sent(sent(mobile)));
    }

    private List<Outbox.Message> sent(@Nullable String mobile) {
        return outbox.newest(mobile == null || mobile.isBlank() ? null : mobile.strip());
    }

    record Sent(List<Outbox.Message> items) {}
}
