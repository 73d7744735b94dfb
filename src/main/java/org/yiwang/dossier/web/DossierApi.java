package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.DOSSIER_RECORD;
import static org.yiwang.kernel.Permission.SIGNED_IN;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.DossierProblem;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Judgement;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.dossier.Voice;
import org.yiwang.dossier.Voices;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Training, commendations and evaluations over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "dossier", description = "The other statutory groups: training, commendations, evaluations")
class DossierApi {

    private final Dossiers dossiers;
    private final Trainings trainings;
    private final Commendations commendations;
    private final Evaluations evaluations;
    private final Voices voices;
    private final Idempotency idempotency;

    DossierApi(
            Dossiers dossiers,
            Trainings trainings,
            Commendations commendations,
            Evaluations evaluations,
            Voices voices,
            Idempotency idempotency) {
        this.dossiers = dossiers;
        this.trainings = trainings;
        this.commendations = commendations;
        this.evaluations = evaluations;
        this.voices = voices;
        this.idempotency = idempotency;
    }

    @GetMapping("/volunteers/{volunteer}/dossier")
    @Access(SIGNED_IN)
    @Operation(summary = "Training, commendations and evaluations of a volunteer for whom the caller may act")
    DossierJson mine(Actor actor, @PathVariable @Tsid long volunteer) {
        return DossierJson.of(dossiers.mine(actor, volunteer));
    }

    @GetMapping("/volunteers/{volunteer}/dossier/masked")
    @Access(VOLUNTEER_READ)
    @Operation(summary = "The same of a volunteer who lives in the caller's area; the look is noted")
    DossierJson ofArea(Actor actor, @PathVariable @Tsid long volunteer) {
        return DossierJson.of(dossiers.ofArea(actor, volunteer));
    }

    @PostMapping("/organizations/{organization}/trainings")
    @Access(DOSSIER_RECORD)
    @Operation(summary = "Record a training of several people by their unified numbers; all of them or nobody")
    Recorded train(
            Actor actor,
            @PathVariable @Tsid long organization,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TrainingBody body) {
        return idempotency.once(
                actor,
                key,
                "dossier.training " + Ids.text(organization),
                Recorded.class,
                () -> new Recorded(trainings.ofTeam(actor, organization, body.draft(), body.people())));
    }

    @PostMapping("/organizations/{organization}/commendations")
    @Access(DOSSIER_RECORD)
    @Operation(summary = "Record an award that the organization gave to several people; all of them or nobody")
    Recorded commend(
            Actor actor,
            @PathVariable @Tsid long organization,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CommendationBody body) {
        return idempotency.once(
                actor,
                key,
                "dossier.commendation " + Ids.text(organization),
                Recorded.class,
                () -> new Recorded(commendations.ofTeam(actor, organization, body.draft(), body.people())));
    }

    @PostMapping("/volunteers/{volunteer}/commendations")
    @Access(SIGNED_IN)
    @Operation(summary = "Apply for an award to be put on record: a government's, or another's by an organization")
    Applied apply(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CommendationBody body) {
        String organization = body.organizationId();
        Long team = organization == null ? null : Ids.parse(organization).orElse(null);
        return idempotency.once(
                actor,
                key,
                "dossier.apply " + Ids.text(volunteer),
                Applied.class,
                () -> new Applied(Ids.text(commendations.apply(actor, volunteer, body.draft(), team))));
    }

    @PostMapping("/volunteers/{volunteer}/commendations/{entry}/decision")
    @Access(DOSSIER_RECORD)
    @Operation(summary = "Record what was applied for, or refuse it with a reason")
    void decide(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long entry,
            @RequestBody Decision body) {
        commendations.decide(actor, volunteer, entry, body.accept(), body.why());
    }

    @PostMapping("/volunteers/{volunteer}/dossier/{entry}/objection")
    @Access(SIGNED_IN)
    @Operation(summary = "Say that an entry of one's dossier is wrong; answered within 10 working days")
    void object(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long entry, @RequestBody Words body) {
        dossiers.object(actor, volunteer, entry, Objects.requireNonNullElse(body.words(), ""));
    }

    @GetMapping("/activities/{activity}/crew")
    @Access(DOSSIER_RECORD)
    @Operation(summary = "Who served in a closed activity, with what the team said so far")
    List<MateJson> crew(Actor actor, @PathVariable @Tsid long activity) {
        return evaluations.crew(actor, activity).mates().stream()
                .map(MateJson::of)
                .toList();
    }

    @PostMapping("/activities/{activity}/evaluations")
    @Access(DOSSIER_RECORD)
    @Operation(summary = "Evaluate people of the crew; all of them or nobody")
    Recorded evaluate(Actor actor, @PathVariable @Tsid long activity, @RequestBody List<JudgementBody> body) {
        return new Recorded(evaluations.evaluate(
                actor, activity, body.stream().map(JudgementBody::judgement).toList()));
    }

    @PutMapping("/volunteers/{volunteer}/activities/{activity}/voice")
    @Access(SIGNED_IN)
    @Operation(summary = "Say how the activity was: 3 good, 2 so-so, 1 not good; the team sees sums only")
    void say(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long activity,
            @RequestBody Voice body) {
        voices.say(actor, volunteer, activity, body);
    }

    /**
     * How many were recorded.
     *
     * @param recorded people
     */
    record Recorded(int recorded) {}

    /**
     * An application.
     *
     * @param entryId its entry
     */
    record Applied(String entryId) {}

    /**
     * A decision.
     *
     * @param accept whether to record it
     * @param why the reason, needed for a refusal
     */
    record Decision(boolean accept, @Nullable String why) {}

    /**
     * What somebody says.
     *
     * @param words the words
     */
    record Words(@Nullable String words) {}

    /** A training as sent. */
    record TrainingBody(
            @Nullable String name,
            @Nullable String content,
            int learningMinutes,
            @Nullable String host,
            @Nullable LocalDate date,
            @Nullable List<String> numbers) {

        TrainingDraft draft() {
            return new TrainingDraft(
                    text(name),
                    text(content),
                    learningMinutes,
                    text(host),
                    Objects.requireNonNullElse(date, LocalDate.MAX));
        }

        List<String> people() {
            return Objects.requireNonNullElse(numbers, List.of());
        }
    }

    /** A commendation as sent. */
    record CommendationBody(
            @Nullable String name,
            @Nullable LocalDate date,
            @Nullable String awardingUnit,
            @Nullable Award award,
            @Nullable AwardLevel level,
            @Nullable String documentNumber,
            @Nullable String words,
            @Nullable String organizationId,
            @Nullable List<String> numbers) {

        CommendationDraft draft() {
            return new CommendationDraft(
                    text(name),
                    Objects.requireNonNullElse(date, LocalDate.MAX),
                    text(awardingUnit),
                    Objects.requireNonNullElse(award, Award.OTHER),
                    level,
                    documentNumber,
                    words);
        }

        List<String> people() {
            return Objects.requireNonNullElse(numbers, List.of());
        }
    }

    /** What the team says of one person, as sent. */
    record JudgementBody(
            @Nullable String volunteerId,
            @Nullable String quality,
            @Nullable String words,
            @Nullable String instead) {

        Judgement judgement() {
            return new Judgement(
                    Ids.parse(text(volunteerId)).orElseThrow(() -> new Refusal(DossierProblem.NOT_SERVED)),
                    text(quality),
                    words,
                    instead == null ? null : Ids.parse(instead).orElse(null));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
