package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.certificate.CertificateCheck;
import org.yiwang.certificate.Checked;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.SealedLog;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import tools.jackson.databind.json.JsonMapper;

/** Where anybody checks a certificate: online by number and name, and a page that reads its code without network. */
@Controller
class VerifyPages {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 100;

    private final CertificateCheck check;
    private final SealedLog log;

    VerifyPages(CertificateCheck check, SealedLog log) {
        this.check = check;
        this.log = log;
    }

    @GetMapping("/verify")
    @Access(ANYONE)
    String ask(Model model) {
        return show(Form.empty(), model);
    }

    /** A form that is sent, so that neither number nor name stands in an address or a log of addresses. */
    @PostMapping("/verify")
    @Access(ANYONE)
    String check(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        String number = form.text("number", 1, LONGEST);
        String name = form.text("name", 1, LONGEST);
        if (form.ok()) {
            try {
                Optional<Checked> found = check.check(number, name, request.getRemoteAddr());
                model.addAttribute("asked", true);
                found.ifPresent(c -> model.addAttribute("checked", c));
            } catch (Refusal refusal) {
                response.setStatus(refusal.problem().kind().status());
                form.refuse(refusal);
            }
        }
        return show(form, model);
    }

    @GetMapping("/verify/offline")
    @Access(ANYONE)
    String offline(Model model) {
        List<Map<String, String>> keys = log.keys().stream()
                .map(k -> Map.of(
                        "id", k.id(),
                        "algorithm", k.algorithm().name(),
                        "key", Base64.getEncoder().encodeToString(k.encoded())))
                .toList();
        model.addAttribute("keys", JSON.writeValueAsString(keys));
        return "certificate/offline";
    }

    private static String show(Form form, Model model) {
        model.addAttribute("form", form);
        return "certificate/verify";
    }
}
