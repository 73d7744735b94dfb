package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.VOLUNTEER_REGISTER;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateDesk;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.kernel.Actor;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Where community staff make a certificate for somebody who stands at the desk. */
@Controller
class CertificateDeskPages {

    private static final int LONGEST = 100;
    private static final int LONGEST_WHY = 200;

    private final CertificateDesk desk;
    private final Sheets sheets;

    CertificateDeskPages(CertificateDesk desk, Sheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    @GetMapping("/gov/certificates")
    @Access(VOLUNTEER_REGISTER)
    String ask(Actor actor, Model model) {
        return show(Form.empty(), actor, model);
    }

    @PostMapping("/gov/certificates")
    @Access(VOLUNTEER_REGISTER)
    String issue(Form form, Actor actor, HttpServletResponse response, Model model) {
        String number = form.text("number", 1, LONGEST);
        String name = form.text("name", 1, LONGEST);
        String why = form.text("why", 2, LONGEST_WHY);
        CertificateScope scope = CertificatePages.scope(form);
        return form.submit(
                () -> {
                    Certificate made = desk.issueFor(actor, number, name, scope, why);
                    return Then.go(
                            response,
                            CertificatePages.HOME + "/" + made.content().number(),
                            "notice.certificate.made");
                },
                () -> show(form, actor, model));
    }

    private String show(Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("categories", sheets.categories());
        model.addAttribute("made", desk.made(actor));
        return "certificate/desk";
    }
}
