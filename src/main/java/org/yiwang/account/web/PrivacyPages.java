package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.Consents;
import org.yiwang.account.Document;
import org.yiwang.web.Access;

/** Notices and consent texts, in all versions that ever held. */
@Controller
class PrivacyPages {

    private static final List<String> ALL = List.of(
            Consents.PRIVACY, Consents.SENSITIVE_DATA, Consents.PORTRAIT, Consents.MINORS, Consents.RIGHTS_AND_DUTIES);

    private final Consents consents;

    PrivacyPages(Consents consents) {
        this.consents = consents;
    }

    @GetMapping("/privacy")
    @Access(ANYONE)
    String privacy(@RequestParam Optional<Integer> version, Model model) {
        return document(Consents.PRIVACY, version, model);
    }

    @GetMapping("/privacy/{key}")
    @Access(ANYONE)
    String document(@PathVariable String key, @RequestParam Optional<Integer> version, Model model) {
        Document shown = version.map(v -> consents.version(key, v)).orElseGet(() -> consents.current(key));
        model.addAttribute("document", shown);
        model.addAttribute("versions", consents.versions(key));
        model.addAttribute(
                "others",
                ALL.stream().filter(k -> !k.equals(key)).map(consents::current).toList());
        return "account/document";
    }
}
