package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.objection.SelfCheck;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.CodeSent;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** "Was I registered?", and "that was not me". */
@Controller
class SelfCheckPages {

    private final SelfCheck selfCheck;
    private final Codes codes;

    SelfCheckPages(SelfCheck selfCheck, Codes codes) {
        this.selfCheck = selfCheck;
        this.codes = codes;
    }

    @GetMapping("/check")
    @Access(ANYONE)
    String check(Locale locale, Model model) {
        return show(Form.empty().with("documentType", "01"), locale, model);
    }

    @PostMapping("/check/code")
    @Access(ANYONE)
    String sendCode(Form form, Locale locale, HttpServletRequest request, Model model) {
        String type = type(form);
        String number = form.text("documentNumber", 4, 60);
        return show(
                CodeSent.send(form, mobile -> selfCheck.sendCode(type, number, mobile, request.getRemoteAddr())),
                locale,
                model);
    }

    @PostMapping("/check")
    @Access(ANYONE)
    String check(Form form, Locale locale, HttpServletRequest request, HttpServletResponse response, Model model) {
        String type = type(form);
        String number = form.text("documentNumber", 4, 60);
        String mobile = form.text("mobile", 1, 20);
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> {
                    response.setHeader("Cache-Control", "no-store");
                    model.addAttribute("look", selfCheck.look(type, number, mobile, code, request.getRemoteAddr()));
                    model.addAttribute("form", Form.empty());
                    return "objection/check-found";
                },
                () -> show(form, locale, model));
    }

    @PostMapping("/check/not-me")
    @Access(ANYONE)
    String notMe(Form form, Locale locale, HttpServletResponse response, Model model) {
        String words = form.text("words", 0, 1000);
        return form.submit(
                () -> Then.go(
                        response, "/reports/" + selfCheck.notMe(form.value("ticket"), words), "objection.disowned"),
                () -> show(form.with("documentType", "01"), locale, model));
    }

    private String type(Form form) {
        return form.choice("documentType", documents(Locale.SIMPLIFIED_CHINESE).keySet());
    }

    private String show(Form form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sent", CodeSent.to(form));
        model.addAttribute("documents", documents(locale));
        return "objection/check";
    }

    private Map<String, String> documents(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.list("id-type").forEach(c -> names.put(c.code(), c.label().in(locale)));
        return names;
    }
}
