package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.DOSSIER_RECORD;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.Commendation;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Training;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** Recording trainings and commendations for many people at once, as a team or as an office. */
@Controller
class RecordingPages {

    private static final String TEAM = "/desk/organizations/{id}/dossier";

    private final Trainings trainings;
    private final Commendations commendations;
    private final Evaluations evaluations;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Regions regions;
    private final Idempotency idempotency;

    RecordingPages(
            Trainings trainings,
            Commendations commendations,
            Evaluations evaluations,
            Organizations organizations,
            Volunteers volunteers,
            Regions regions,
            Idempotency idempotency) {
        this.trainings = trainings;
        this.commendations = commendations;
        this.evaluations = evaluations;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.regions = regions;
        this.idempotency = idempotency;
    }

    @GetMapping(TEAM)
    @Access(DOSSIER_RECORD)
    String ofTeam(Actor actor, @PathVariable @Tsid long id, Model model) {
        OrganizationView team = organizations.require(actor, DOSSIER_RECORD, id);
        List<Training> learned = trainings.listOfTeam(actor, id);
        List<Commendation> awarded = commendations.listOfTeam(actor, id);
        Map<Long, VolunteerView> people = volunteers.getAll(java.util.stream.Stream.concat(
                        learned.stream().map(t -> t.mark().volunteerId()),
                        awarded.stream().map(c -> c.mark().volunteerId()))
                .distinct()
                .toList());
        model.addAttribute("team", team);
        model.addAttribute("trainings", learned);
        model.addAttribute("commendations", awarded);
        model.addAttribute("people", people);
        return "dossier/team";
    }

    @GetMapping(TEAM + "/training")
    @Access(DOSSIER_RECORD)
    String training(Actor actor, @PathVariable @Tsid long id, Form form, Model model) {
        OrganizationView team = organizations.require(actor, DOSSIER_RECORD, id);
        form.with("host", team.name());
        return training(actor, team, form, model);
    }

    @PostMapping(TEAM + "/training")
    @Access(DOSSIER_RECORD)
    String recordTraining(
            Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        OrganizationView team = organizations.require(actor, DOSSIER_RECORD, id);
        TrainingDraft draft = DraftForms.training(form);
        List<String> numbers = DraftForms.numbers(form);
        Optional<Long> activity = Ids.parse(form.value("activity"));
        boolean done = carryOut(
                actor,
                form,
                "dossier.training " + Ids.text(id),
                () -> activity.isPresent()
                        ? trainings.ofCrew(actor, activity.get(), draft)
                        : trainings.ofTeam(actor, id, draft, numbers));
        return done
                ? Then.go(response, "/desk/organizations/" + Ids.text(id) + "/dossier", "dossier.recorded")
                : training(actor, team, form, model);
    }

    @GetMapping(TEAM + "/commendation")
    @Access(DOSSIER_RECORD)
    String commendation(Actor actor, @PathVariable @Tsid long id, Form form, Model model) {
        OrganizationView team = organizations.require(actor, DOSSIER_RECORD, id);
        form.with("awardingUnit", team.name());
        return commendation(team, form, model);
    }

    @PostMapping(TEAM + "/commendation")
    @Access(DOSSIER_RECORD)
    String recordCommendation(
            Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        OrganizationView team = organizations.require(actor, DOSSIER_RECORD, id);
        CommendationDraft draft = DraftForms.commendation(form, Award.OWN, null);
        List<String> numbers = DraftForms.numbers(form);
        boolean done = carryOut(
                actor,
                form,
                "dossier.commendation " + Ids.text(id),
                () -> commendations.ofTeam(actor, id, draft, numbers));
        return done
                ? Then.go(response, "/desk/organizations/" + Ids.text(id) + "/dossier", "dossier.recorded")
                : commendation(team, form, model);
    }

    @GetMapping("/gov/dossier/training")
    @Access(DOSSIER_RECORD)
    String officeTraining(Actor actor, Form form, Model model) {
        return officeTraining(area(actor, form), form, model);
    }

    @PostMapping("/gov/dossier/training")
    @Access(DOSSIER_RECORD)
    String recordOfficeTraining(Actor actor, Form form, HttpServletResponse response, Model model) {
        RegionView area = area(actor, form);
        TrainingDraft draft = DraftForms.training(form);
        List<String> numbers = DraftForms.numbers(form);
        boolean done =
                carryOut(actor, form, "dossier.training", () -> trainings.ofOffice(actor, area.code(), draft, numbers));
        return done ? Then.go(response, "/gov/dossier", "dossier.recorded") : officeTraining(area, form, model);
    }

    @GetMapping("/gov/dossier/commendation")
    @Access(DOSSIER_RECORD)
    String officeCommendation(Actor actor, Form form, Model model) {
        return officeCommendation(area(actor, form), form, model);
    }

    @PostMapping("/gov/dossier/commendation")
    @Access(DOSSIER_RECORD)
    String recordOfficeCommendation(Actor actor, Form form, HttpServletResponse response, Model model) {
        RegionView area = area(actor, form);
        CommendationDraft draft =
                DraftForms.commendation(form, Award.GOVERNMENT, form.choice("level", AwardLevel.class));
        List<String> numbers = DraftForms.numbers(form);
        boolean done = carryOut(
                actor, form, "dossier.commendation", () -> commendations.ofOffice(actor, area.code(), draft, numbers));
        return done ? Then.go(response, "/gov/dossier", "dossier.recorded") : officeCommendation(area, form, model);
    }

    private boolean carryOut(Actor actor, Form form, String command, Supplier<Integer> effect) {
        if (!form.ok()) {
            return false;
        }
        try {
            idempotency.once(actor, form.value("_key"), command, Integer.class, effect);
            return true;
        } catch (Refusal refusal) {
            form.refuse(refusal);
            return false;
        }
    }

    private RegionView area(Actor actor, Form form) {
        String asked = form.value("area");
        return actor.reach(DOSSIER_RECORD).regions().stream()
                .filter(r -> !r.isEmpty() && (asked.isEmpty() || asked.equals(r)))
                .findFirst()
                .flatMap(r -> regions.find(new RegionCode(r)))
                .orElseThrow(() -> new Refusal(Actor.AccessProblem.OUT_OF_SCOPE));
    }

    private String training(Actor actor, OrganizationView team, Form form, Model model) {
        Map<String, String> crews = new LinkedHashMap<>();
        evaluations.recent(actor, team.id()).forEach((activity, title) -> crews.put(Ids.text(activity), title));
        model.addAttribute("crews", crews);
        return show(
                "dossier/training-form",
                team.name(),
                "/desk/organizations/" + Ids.text(team.id()) + "/dossier",
                form,
                model);
    }

    private String commendation(OrganizationView team, Form form, Model model) {
        model.addAttribute("office", false);
        return show(
                "dossier/commendation-form",
                team.name(),
                "/desk/organizations/" + Ids.text(team.id()) + "/dossier",
                form,
                model);
    }

    private String officeTraining(RegionView area, Form form, Model model) {
        model.addAttribute("crews", Map.of());
        return show("dossier/training-form", area.name(), "/gov/dossier", form, model);
    }

    private String officeCommendation(RegionView area, Form form, Model model) {
        model.addAttribute("office", true);
        return show("dossier/commendation-form", area.name(), "/gov/dossier", form, model);
    }

    private static String show(String view, String recorder, String back, Form form, Model model) {
        model.addAttribute("recorder", recorder);
        model.addAttribute("back", back);
        model.addAttribute("form", form);
        return view;
    }
}
