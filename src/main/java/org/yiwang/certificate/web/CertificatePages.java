package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.Certificates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** My certificates: make one, look at it, declare it void. */
@Controller
class CertificatePages {

    static final String HOME = "/me/certificates";
    private static final int LONGEST_NAME = 200;

    private final Certificates certificates;
    private final Volunteers volunteers;
    private final Sheets sheets;

    CertificatePages(Certificates certificates, Volunteers volunteers, Sheets sheets) {
        this.certificates = certificates;
        this.volunteers = volunteers;
        this.sheets = sheets;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String list(Actor actor, @RequestParam(required = false) @Nullable String volunteer, Model model) {
        return list(Form.empty(), actor, volunteer == null ? "" : volunteer, model);
    }

    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String issue(Form form, Actor actor, HttpServletResponse response, Model model) {
        CertificateScope scope = scope(form);
        return form.submit(
                () -> {
                    long person = Ids.parse(form.value("volunteer"))
                            .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
                    Certificate made = certificates.issue(actor, person, scope);
                    return Then.go(response, HOME + "/" + made.content().number(), "notice.certificate.made");
                },
                () -> list(form, actor, form.value("volunteer"), model));
    }

    @GetMapping(HOME + "/{number}")
    @Access(SIGNED_IN)
    String show(Actor actor, @PathVariable String number, Model model) {
        Certificate certificate = certificates.get(actor, number);
        model.addAttribute("certificate", certificate);
        model.addAttribute("categories", sheets.categories());
        model.addAttribute("own", volunteers.mayActFor(actor, volunteers.get(certificate.volunteerId())));
        return "certificate/certificate";
    }

    @GetMapping(HOME + "/{number}/proofs.json")
    @Access(SIGNED_IN)
    ResponseEntity<ProofsJson> proofs(Actor actor, @PathVariable String number) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + ".json")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ProofsJson.of(certificates, actor, number));
    }

    @PostMapping(HOME + "/{number}/void")
    @Access(SIGNED_IN)
    String declareVoid(Actor actor, @PathVariable String number, HttpServletResponse response) {
        certificates.declareVoid(actor, number);
        return Then.go(response, HOME + "/" + number, "notice.certificate.void-now");
    }

    private String list(Form form, Actor actor, String volunteer, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<Long> wanted = Ids.parse(volunteer);
        Optional<VolunteerView> person = people.stream()
                .filter(p -> wanted.isEmpty() || p.id() == wanted.get())
                .findFirst();
        model.addAttribute("people", people);
        if (person.isEmpty()) {
            return "certificate/not-yet";
        }
        long id = person.get().id();
        model.addAttribute("person", person.get());
        model.addAttribute("form", form);
        model.addAttribute("organizations", certificates.organizations(actor, id));
        model.addAttribute("categories", sheets.categories());
        model.addAttribute("movedTo", certificates.movedTo(actor, id).orElse(null));
        model.addAttribute("made", certificates.list(actor, id));
        return "certificate/list";
    }

    static CertificateScope scope(Form form) {
        String organization = form.text("organization", 0, LONGEST_NAME);
        String category = form.text("category", 0, LONGEST_NAME);
        return new CertificateScope(
                        day(form, "from"),
                        day(form, "to"),
                        null,
                        null,
                        category.isEmpty() ? null : category,
                        form.ticked("dossier"))
                .ofUnit(organization);
    }

    private static @Nullable LocalDate day(Form form, String field) {
        return form.value(field).isEmpty() ? null : form.date(field);
    }
}
