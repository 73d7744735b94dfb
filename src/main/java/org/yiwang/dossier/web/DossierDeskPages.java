package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.DOSSIER_RECORD;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.DossierDesk;
import org.yiwang.dossier.DossierEntry;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EntryState;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Judgement;
import org.yiwang.dossier.Part;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Records;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Dossiers on the desk of those who record: what waits, one entry to decide or correct, the groups of one person. */
@Controller
class DossierDeskPages {

    private static final String ENTRY = "/desk/dossier/{volunteer}/{entry}";

    private final DossierDesk desk;
    private final Dossiers dossiers;
    private final Commendations commendations;
    private final Evaluations evaluations;
    private final Records records;
    private final Register register;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Codes codes;

    DossierDeskPages(
            DossierDesk desk,
            Dossiers dossiers,
            Commendations commendations,
            Evaluations evaluations,
            Records records,
            Register register,
            Volunteers volunteers,
            Organizations organizations,
            Codes codes) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.commendations = commendations;
        this.evaluations = evaluations;
        this.records = records;
        this.register = register;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.codes = codes;
    }

    @GetMapping("/desk/dossier")
    @Access(DOSSIER_RECORD)
    String waiting(Actor actor, Model model) {
        return queue(actor, false, model);
    }

    @GetMapping("/gov/dossier")
    @Access(DOSSIER_RECORD)
    String waitingForOffice(Actor actor, Model model) {
        return queue(actor, true, model);
    }

    private String queue(Actor actor, boolean office, Model model) {
        model.addAttribute("waiting", desk.waiting(actor));
        model.addAttribute("duties", office ? List.of() : evaluations.duties(actor));
        model.addAttribute(
                "teams",
                office
                        ? List.of()
                        : organizations.listWithin(actor, DOSSIER_RECORD).stream()
                                .limit(20)
                                .toList());
        model.addAttribute("office", office);
        return "dossier/desk";
    }

    @GetMapping(ENTRY)
    @Access(DOSSIER_RECORD)
    String entry(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long entry, Model model) {
        DossierEntry found = desk.get(actor, volunteer, entry);
        return show(found, filled(found), model);
    }

    @PostMapping(ENTRY + "/decision")
    @Access(DOSSIER_RECORD)
    String decide(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long entry,
            Form form,
            HttpServletResponse response,
            Model model) {
        String decision = form.choice("decision", List.of("accept", "refuse", "keep", "void"));
        String why = form.text("why", decision.equals("accept") ? 0 : 2, 500);
        return form.submit(
                () -> {
                    switch (decision) {
                        case "accept" -> commendations.decide(actor, volunteer, entry, true, why);
                        case "refuse" -> commendations.decide(actor, volunteer, entry, false, why);
                        case "keep" -> desk.keep(actor, volunteer, entry, why);
                        default -> desk.declareVoid(actor, volunteer, entry, why);
                    }
                    return Then.go(response, queueOf(actor), "dossier.decided");
                },
                () -> show(desk.get(actor, volunteer, entry), form, model));
    }

    @PostMapping(ENTRY + "/correct")
    @Access(DOSSIER_RECORD)
    String correct(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long entry,
            Form form,
            HttpServletResponse response,
            Model model) {
        DossierEntry found = desk.get(actor, volunteer, entry);
        Part part = found.mark().part();
        String why = form.text("whyCorrect", 2, 500);
        try {
            switch (part) {
                case TRAINING -> {
                    var draft = DraftForms.training(form);
                    if (form.ok()) {
                        desk.correct(actor, volunteer, entry, draft, why);
                    }
                }
                case COMMENDATION -> {
                    var before = found.commendation();
                    Award award = before == null ? Award.OTHER : before.facts().award();
                    var draft = DraftForms.commendation(form, award, null);
                    if (form.ok()) {
                        desk.correct(actor, volunteer, entry, draft, why);
                    }
                }
                case EVALUATION -> {
                    String words = form.text("words", 0, 500);
                    var judgement = new Judgement(volunteer, form.value("quality"), words, entry);
                    if (form.ok()) {
                        desk.correct(actor, volunteer, entry, judgement, why);
                    }
                }
            }
            if (form.ok()) {
                return Then.go(response, queueOf(actor), "dossier.corrected");
            }
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(found, form, model);
    }

    @GetMapping("/desk/organizations/{id}/people/{volunteer}")
    @Access(DOSSIER_RECORD)
    String member(
            Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long volunteer, Locale locale, Model model) {
        model.addAttribute("dossier", dossiers.ofMember(actor, id, volunteer));
        var person = volunteers.get(volunteer);
        model.addAttribute("name", person.name());
        model.addAttribute("number", person.number());
        model.addAttribute("detail", null);
        model.addAttribute("totals", records.totalsOf(volunteer));
        model.addAttribute("back", "/desk/organizations/" + org.yiwang.kernel.Ids.text(id) + "/dossier");
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/person";
    }

    @GetMapping("/gov/volunteers/{id}/dossier")
    @Access(VOLUNTEER_READ)
    String ofArea(Actor actor, @PathVariable @Tsid long id, Locale locale, Model model) {
        model.addAttribute("dossier", dossiers.ofArea(actor, id));
        var detail = register.get(actor, id);
        model.addAttribute("name", detail.line().maskedName());
        model.addAttribute("number", detail.line().number());
        model.addAttribute("detail", detail);
        model.addAttribute("totals", records.totalsOf(id));
        model.addAttribute("back", "/gov/volunteers/" + org.yiwang.kernel.Ids.text(id));
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/person";
    }

    private String show(DossierEntry entry, Form form, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("form", form);
        model.addAttribute("live", entry.mark().state() == EntryState.RECORDED);
        model.addAttribute("codes", new CodeWords(codes, LocaleContextHolder.getLocale()));
        return "dossier/desk-entry";
    }

    private static Form filled(DossierEntry entry) {
        Form form = Form.empty();
        var training = entry.training();
        if (training != null) {
            var facts = training.facts();
            form.with("name", facts.name())
                    .with("content", facts.content())
                    .with("hours", facts.learningMinutes() / 60)
                    .with("minutes", facts.learningMinutes() % 60)
                    .with("host", facts.host())
                    .with("date", facts.date());
        }
        var commendation = entry.commendation();
        if (commendation != null) {
            var facts = commendation.facts();
            form.with("name", facts.name())
                    .with("awardingUnit", facts.awardingUnit())
                    .with("documentNumber", facts.documentNumber())
                    .with("words", facts.words())
                    .with("date", facts.date());
        }
        var evaluation = entry.evaluation();
        if (evaluation != null) {
            form.with("quality", evaluation.quality()).with("words", evaluation.words());
        }
        return form;
    }

    private static String queueOf(Actor actor) {
        return actor.reach(DOSSIER_RECORD).organizations().isEmpty() ? "/gov/dossier" : "/desk/dossier";
    }
}
