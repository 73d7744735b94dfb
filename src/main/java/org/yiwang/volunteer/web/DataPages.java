package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.SessionCookie;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** My data: what is kept, the document in full, everything as a file, closing the account. A code first. */
@Controller
class DataPages {

    private static final String HOME = "/me/data";

    private final PersonalData data;
    private final Volunteers volunteers;
    private final ObjectMapper json;

    DataPages(PersonalData data, Volunteers volunteers, ObjectMapper json) {
        this.data = data;
        this.volunteers = volunteers;
        this.json = json;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String data(
            Actor actor, @RequestParam(required = false) @Nullable String of, HttpServletRequest request, Model model) {
        return show(Form.empty(), false, actor, of, request, model);
    }

    @PostMapping(HOME + "/code")
    @Access(SIGNED_IN)
    String sendCode(Form form, Actor actor, HttpServletRequest request, Model model) {
        boolean sent = form.ticked("sent");
        try {
            data.sendCode(actor, request.getRemoteAddr());
            sent = true;
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(form, sent, actor, of(form), request, model);
    }

    @PostMapping(HOME + "/prove")
    @Access(SIGNED_IN)
    String prove(Form form, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> {
                    TicketCookie.DATA.set(request, response, data.prove(actor, code));
                    String of = of(form);
                    return "redirect:" + HOME + (of == null ? "" : "?of=" + of);
                },
                () -> show(form, form.ticked("sent"), actor, of(form), request, model));
    }

    @Nullable
    private static String of(Form form) {
        String of = form.value("of");
        return Ids.parse(of).isEmpty() ? null : of;
    }

    private String show(
            Form form, boolean sent, Actor actor, @Nullable String of, HttpServletRequest request, Model model) {
        var people = volunteers.actingFor(actor);
        if (people.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = person(actor, of);
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("maskedDocument", data.maskedDocument(actor, person.id()));
        model.addAttribute("document", fullDocument(actor, person.id(), request));
        return "volunteer/data";
    }

    /** Empty while the owner has not just proved it. */
    private String fullDocument(Actor actor, long id, HttpServletRequest request) {
        String ticket = TicketCookie.DATA.find(request);
        if (ticket == null) {
            return "";
        }
        try {
            return data.document(actor, id, ticket);
        } catch (Refusal expired) {
            return "";
        }
    }

    @GetMapping(HOME + "/export.json")
    @Access(SIGNED_IN)
    ResponseEntity<Map<String, Object>> file(
            Actor actor, @RequestParam(required = false) @Nullable String of, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"yiwang-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(data.export(actor, person(actor, of).id(), ticket(request)));
    }

    /** The same, to read. */
    @GetMapping(HOME + "/export")
    @Access(SIGNED_IN)
    String readable(
            Actor actor, @RequestParam(required = false) @Nullable String of, HttpServletRequest request, Model model) {
        VolunteerView person = person(actor, of);
        JsonNode all = json.valueToTree(data.export(actor, person.id(), ticket(request)));
        model.addAttribute("person", person);
        model.addAttribute("lines", ExportLine.of(all));
        return "volunteer/export";
    }

    @GetMapping(HOME + "/close")
    @Access(SIGNED_IN)
    String askClose(Actor actor, HttpServletRequest request, Model model) {
        ticket(request);
        return askClose(Form.empty(), actor, model);
    }

    @PostMapping(HOME + "/close")
    @Access(SIGNED_IN)
    String close(Form form, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!form.ticked("sure")) {
            form.fail("sure", "form.required");
        }
        return form.submit(
                () -> {
                    data.close(actor, ticket(request));
                    TicketCookie.DATA.clear(request, response);
                    SessionCookie.clear(request, response);
                    return Then.go(response, "/", "notice.volunteer.closed");
                },
                () -> askClose(form, actor, model));
    }

    private String askClose(Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("person", person(actor, null));
        return "volunteer/close";
    }

    private VolunteerView person(Actor actor, @Nullable String of) {
        if (of != null) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }

    private static String ticket(HttpServletRequest request) {
        String ticket = TicketCookie.DATA.find(request);
        if (ticket == null) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return ticket;
    }
}
