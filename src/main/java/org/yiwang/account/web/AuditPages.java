package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.AUDIT_READ;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.AuditFilter;
import org.yiwang.account.AuditReader;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** The audit trail, for auditors: who did or saw what, when and why. */
@Controller
class AuditPages {

    private static final String DEED = "audit.";

    private final AuditReader reader;
    private final Clock clock;

    AuditPages(AuditReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/audit")
    @Access(AUDIT_READ)
    String list(Form form, Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        boolean looks = form.ticked("looks");
        AuditFilter filter = new AuditFilter(
                form.text("who", 0, 100),
                Ids.parse(form.value("account")).orElse(null),
                looks ? AuditTrail.LOOKS : form.text("what", 0, 100),
                form.text("subject", 0, 100),
                day(form, "from", 0),
                day(form, "to", 1),
                page);
        model.addAttribute("rows", reader.list(actor, filter));
        model.addAttribute("looks", looks);
        model.addAttribute("deeds", deeds(locale));
        model.addAttribute(
                "link",
                "/audit?"
                        + Stream.of("who", "account", "what", "subject", "from", "to", "looks")
                                .filter(name -> !form.value(name).isEmpty())
                                .map(name -> name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")));
        return "account/audit";
    }

    /** Names of deeds: keys {@code audit.<what>}. One without a name is shown as it is written. */
    private static Map<String, String> deeds(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages/account",
                "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> deeds = new TreeMap<>();
        for (String key : texts.keySet()) {
            if (key.startsWith(DEED)) {
                deeds.put(key.substring(DEED.length()), texts.getString(key));
            }
        }
        return deeds;
    }

    @Nullable
    private Instant day(Form form, String field, int plusDays) {
        if (form.value(field).isEmpty()) {
            return null;
        }
        LocalDate date = form.date(field);
        return date.equals(LocalDate.EPOCH)
                ? null
                : date.plusDays(plusDays).atStartOfDay(clock.getZone()).toInstant();
    }
}
