package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.Vow;
import org.yiwang.web.Access;

/** More of one's own data and that of one's wards, over JSON. */
@RestController
@RequestMapping("/api/v1/volunteers")
@Tag(name = "own data", description = "Residence, identities, document, a ward's own account")
class OwnDataApi {

    private final Profiles profiles;
    private final Residences residences;
    private final PersonalData data;
    private final Guardians guardians;

    OwnDataApi(Profiles profiles, Residences residences, PersonalData data, Guardians guardians) {
        this.profiles = profiles;
        this.residences = residences;
        this.data = data;
        this.guardians = guardians;
    }

    @PutMapping("/{id}/residence")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Move to another community")
    void move(Actor actor, @PathVariable @Tsid long id, @RequestBody ResidenceBody body) {
        residences.move(
                actor,
                id,
                RegionCode.parse(text(body.residence))
                        .orElseThrow(() -> new Refusal(VolunteerProblem.RESIDENCE_TOO_LARGE).at("residence")));
    }

    @PostMapping("/{id}/tags")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note an identity by one's own word")
    void addTag(Actor actor, @PathVariable @Tsid long id, @RequestBody TagBody body) {
        profiles.addTag(actor, id, text(body.tag), body.expiresOn);
    }

    @DeleteMapping("/{id}/tags/{tag}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an identity off again")
    void removeTag(Actor actor, @PathVariable @Tsid long id, @PathVariable String tag) {
        profiles.removeTag(actor, id, tag);
    }

    @GetMapping("/vow")
    @Access(ANYONE)
    @Operation(summary = "The vow whose version is taken by POST /volunteers/{id}/vow")
    VowJson vow(Locale locale) {
        Vow vow = profiles.vow();
        return new VowJson(vow.version(), vow.text().in(locale));
    }

    @GetMapping("/{id}/document")
    @Access(SIGNED_IN)
    @Operation(summary = "Number of the own document: masked, or in full with a proof in the header Yiwang-Proof")
    DocumentJson document(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Yiwang-Proof", required = false) @Nullable String proof) {
        return new DocumentJson(
                proof == null ? data.maskedDocument(actor, id) : data.document(actor, id, proof), proof == null);
    }

    @PostMapping("/me/wards/{id}/account/codes")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to the number that the ward's own account shall have")
    void sendWardCode(
            Actor actor, @PathVariable @Tsid long id, @RequestBody WardAccountBody body, HttpServletRequest request) {
        guardians.sendCode(actor, id, text(body.mobile), request.getRemoteAddr());
    }

    @PostMapping("/me/wards/{id}/account")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open an own account for a ward of 14 or older; the guardian stays guardian")
    void openWardAccount(Actor actor, @PathVariable @Tsid long id, @RequestBody WardAccountBody body) {
        guardians.openAccount(actor, id, text(body.mobile), text(body.code));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** Code of a community. */
    record ResidenceBody(@Nullable String residence) {}

    /** An identity of the table {@code identity-tag}. */
    record TagBody(@Nullable String tag, @Nullable LocalDate expiresOn) {}

    /** The ward's number, with the code once it was sent. */
    record WardAccountBody(
            @Nullable String mobile, @Nullable String code) {}

    /** The vow in the language asked for. */
    record VowJson(int version, String text) {}

    /** The number of a document. */
    record DocumentJson(String number, boolean masked) {}
}
