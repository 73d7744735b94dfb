package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ACCOUNT_SUSPEND;
import static org.yiwang.kernel.Permission.PERSONAL_DATA_READ;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;
import static org.yiwang.kernel.Permission.VOLUNTEER_REVIEW;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.RegisterView;
import org.yiwang.volunteer.ReviewView;
import org.yiwang.volunteer.VolunteerReview;
import org.yiwang.volunteer.web.VolunteerJson.ListedJson;
import org.yiwang.web.Access;

/** What offices do with the register, over JSON: one volunteer, personal data for a purpose, the queue of cases. */
@RestController
@RequestMapping("/api/v1/volunteers")
@Tag(name = "register", description = "The register of volunteers, for offices")
class VolunteerOfficeApi {

    private final Register register;
    private final VolunteerReview review;
    private final Profiles profiles;

    VolunteerOfficeApi(Register register, VolunteerReview review, Profiles profiles) {
        this.register = register;
        this.review = review;
        this.profiles = profiles;
    }

    @GetMapping("/{id}")
    @Access(VOLUNTEER_READ)
    @Operation(summary = "One volunteer in the caller's reach, masked, with the history of the registration")
    DetailJson one(Actor actor, @PathVariable @Tsid long id) {
        return DetailJson.of(register.get(actor, id));
    }

    @PostMapping("/{id}/unmasking")
    @Access(PERSONAL_DATA_READ)
    @Operation(summary = "Personal data in full, for a stated purpose; the look is recorded")
    RegisterView.Unmasked unmask(Actor actor, @PathVariable @Tsid long id, @RequestBody PurposeBody body) {
        return register.unmask(actor, id, text(body.purpose));
    }

    @PostMapping("/{id}/attested-tags")
    @Access(VOLUNTEER_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note an identity that the office knows of, with where it is known from")
    void attest(Actor actor, @PathVariable @Tsid long id, @RequestBody TagBody body) {
        profiles.attestTag(actor, id, new ProfileView.Tag(text(body.tag), text(body.source), body.expiresOn));
    }

    @GetMapping("/cases")
    @Access(VOLUNTEER_REVIEW)
    @Operation(summary = "Open cases in reach: documents, appeals, disowned registrations; the most urgent first")
    Slice<CaseJson> cases(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return review.list(actor, page).map(CaseJson::of);
    }

    @GetMapping("/{volunteer}/cases/{id}")
    @Access(VOLUNTEER_REVIEW)
    @Operation(summary = "One case")
    CaseJson oneCase(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id) {
        return CaseJson.of(review.get(actor, volunteer, id));
    }

    @PostMapping("/{volunteer}/cases/{id}/decision")
    @Access(VOLUNTEER_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decide a case once, with the reason that the person is told; never one's own")
    void decide(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            @RequestBody DecisionBody body) {
        if (body.approve) {
            review.approve(actor, volunteer, id, text(body.reason));
        } else {
            review.refuse(actor, volunteer, id, text(body.reason));
        }
    }

    @PostMapping("/{id}/suspension")
    @Access(ACCOUNT_SUSPEND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop the volunteer's account, with the reason; all its sign-ins end at once")
    void suspend(Actor actor, @PathVariable @Tsid long id, @RequestBody WhyBody body) {
        register.suspend(actor, id, text(body.why));
    }

    @DeleteMapping("/{id}/suspension")
    @Access(ACCOUNT_SUSPEND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let the volunteer's account in again, with the reason")
    void reinstate(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "") String why) {
        register.reinstate(actor, id, why);
    }

    @DeleteMapping("/{id}/second-factor")
    @Access(ACCOUNT_SUSPEND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take away a second factor that the volunteer lost, with the reason; all sign-ins end at once")
    void resetSecondFactor(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "") String why) {
        register.resetSecondFactor(actor, id, why);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** What the data is needed for. */
    record PurposeBody(@Nullable String purpose) {}

    /** A reason. */
    record WhyBody(@Nullable String why) {}

    /** An identity with its source. */
    record TagBody(
            @Nullable String tag,
            @Nullable String source,
            @Nullable LocalDate expiresOn) {}

    /** A decision; neither field may be left out. */
    record DecisionBody(
            @JsonProperty(required = true) boolean approve,
            @Nullable String reason) {}

    /** One volunteer, masked. */
    record DetailJson(
            ListedJson volunteer,
            String documentType,
            String document,
            @Nullable String mobile,
            boolean guardian,
            List<ProfileView.Tag> tags,
            List<RegisterView.Step> history) {

        static DetailJson of(RegisterView.Detail d) {
            return new DetailJson(
                    ListedJson.of(d.line()),
                    d.documentType(),
                    d.maskedDocument(),
                    d.maskedMobile(),
                    d.guardian(),
                    d.tags(),
                    d.history());
        }
    }

    /** A case as sent. */
    record CaseJson(
            String id,
            String volunteerId,
            String number,
            String name,
            ReviewView.Kind kind,
            String documentType,
            String document,
            String statement,
            @Nullable String contact,
            String residence,
            Instant openedAt,
            LocalDate dueOn,
            boolean overdue,
            @Nullable Boolean approved,
            @Nullable String reason) {

        static CaseJson of(ReviewView it) {
            return new CaseJson(
                    Ids.text(it.id()),
                    Ids.text(it.volunteer().id()),
                    it.volunteer().number(),
                    it.volunteer().maskedName(),
                    it.kind(),
                    it.documentType(),
                    it.maskedDocument(),
                    it.statement(),
                    it.maskedContact(),
                    it.residence(),
                    it.openedAt(),
                    it.dueOn(),
                    it.overdue(),
                    it.approved(),
                    it.reason());
        }
    }
}
