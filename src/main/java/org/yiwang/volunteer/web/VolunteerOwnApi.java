package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Confirmations;
import org.yiwang.volunteer.DocumentPictures;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Proof;
import org.yiwang.volunteer.SensitiveConsent;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.volunteer.web.VolunteerJson.AskedJson;
import org.yiwang.volunteer.web.VolunteerJson.CodeBody;
import org.yiwang.volunteer.web.VolunteerJson.ConsentBody;
import org.yiwang.volunteer.web.VolunteerJson.ProfileBody;
import org.yiwang.volunteer.web.VolunteerJson.TicketJson;
import org.yiwang.volunteer.web.VolunteerJson.VowBody;
import org.yiwang.web.Access;

/** One's own profile and data, and answers to "did you want this registration?", over JSON. */
@RestController
@RequestMapping("/api/v1/volunteers")
@Tag(name = "own data")
class VolunteerOwnApi {

    /** Header with the ticket that proves that it is still the owner. */
    private static final String PROOF = "Yiwang-Proof";

    private final Profiles profiles;
    private final PersonalData data;
    private final DocumentPictures pictures;
    private final SensitiveConsent consents;
    private final Confirmations confirmations;
    private final Volunteers volunteers;

    VolunteerOwnApi(
            Profiles profiles,
            PersonalData data,
            DocumentPictures pictures,
            SensitiveConsent consents,
            Confirmations confirmations,
            Volunteers volunteers) {
        this.profiles = profiles;
        this.data = data;
        this.pictures = pictures;
        this.consents = consents;
        this.confirmations = confirmations;
        this.volunteers = volunteers;
    }

    /** The profile of the person or of a ward. */
    @GetMapping("/{id}/profile")
    @Access(SIGNED_IN)
    @Operation(summary = "The profile of the person or of a ward")
    ProfileView profile(Actor actor, @PathVariable @Tsid long id) {
        return profiles.get(actor, id);
    }

    /** Sets those parts of the profile that are given. */
    @PutMapping("/{id}/profile")
    @Access(SIGNED_IN)
    @Operation(summary = "Set those parts of the profile that are given")
    ProfileView setProfile(Actor actor, @PathVariable @Tsid long id, @RequestBody ProfileBody body) {
        set(body.skills(), codes -> profiles.setSkills(actor, id, codes));
        set(body.slots(), codes -> profiles.setSlots(actor, id, codes));
        set(body.categories(), codes -> profiles.setCategories(actor, id, codes));
        set(body.languages(), codes -> profiles.setLanguages(actor, id, codes));
        if (body.education() != null || body.employment() != null || body.politicalStatus() != null) {
            ProfileView now = profiles.get(actor, id);
            profiles.setBackground(
                    actor,
                    id,
                    body.education() == null ? now.education() : body.education(),
                    body.employment() == null ? now.employment() : body.employment(),
                    body.politicalStatus() == null ? now.politicalStatus() : body.politicalStatus());
        }
        return profiles.get(actor, id);
    }

    private static void set(@Nullable List<String> codes, java.util.function.Consumer<List<String>> how) {
        if (codes != null) {
            how.accept(codes);
        }
    }

    /** The picture of a side of a document that waits to be looked at: {@code front} or {@code back}, the file as the body. */
    @PutMapping("/{id}/document-pictures/{side}")
    @Access(SIGNED_IN)
    @Operation(summary = "Hand in the picture of one side of a document")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putPicture(Actor actor, @PathVariable @Tsid long id, @PathVariable String side, HttpServletRequest request)
            throws IOException {
        DocumentPictures.Side which = switch (side) {
            case "front" -> DocumentPictures.Side.FRONT;
            case "back" -> DocumentPictures.Side.BACK;
            default -> throw new Refusal(VolunteerProblem.UNKNOWN);
        };
        pictures.add(actor, id, which, request.getInputStream().readNBytes(pictures.mostBytes() + 1));
    }

    /** Gives the consent to sensitive data again after it was withdrawn, for the person or a ward. */
    @PostMapping("/{id}/consent")
    @Access(SIGNED_IN)
    @Operation(summary = "Give the consent to sensitive data again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consent(Actor actor, @PathVariable @Tsid long id, @RequestBody ConsentBody body) {
        consents.give(actor, id, body.consent().sensitive());
    }

    /** Takes the vow in the version that was shown. */
    @PostMapping("/{id}/vow")
    @Access(SIGNED_IN)
    @Operation(summary = "Take the volunteer's vow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vow(Actor actor, @PathVariable @Tsid long id, @RequestBody VowBody body) {
        profiles.takeVow(actor, id, body.version() == null ? 0 : body.version());
    }

    /** Sends a code to the owner's own number, for {@link #prove}. */
    @PostMapping("/me/proof/codes")
    @Access(SIGNED_IN)
    @Operation(summary = "Send a code to the own number, for the proof")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendProofCode(Actor actor, HttpServletRequest request) {
        data.sendCode(actor, request.getRemoteAddr());
    }

    /** Uses the code up; the ticket goes into the header {@code Yiwang-Proof} for half an hour. */
    @PostMapping("/me/proof")
    @Access(SIGNED_IN)
    @Operation(summary = "Prove by the code to be the owner; answers with a ticket for half an hour")
    TicketJson prove(Actor actor, @RequestBody CodeBody body) {
        return new TicketJson(data.prove(actor, body.code()));
    }

    /** Everything kept about the person or a ward. */
    @GetMapping("/{id}/export")
    @Access(SIGNED_IN)
    @Operation(summary = "Everything kept about the person or a ward")
    Map<String, Object> export(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof) {
        return data.export(actor, id, required(proof));
    }

    /** Closes the account of the person who calls. */
    @DeleteMapping("/me")
    @Access(SIGNED_IN)
    @Operation(summary = "Close the caller's account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Actor actor, @RequestHeader(name = PROOF, required = false) @Nullable String proof) {
        VolunteerView own =
                volunteers.findByAccount(actor.accountId()).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        if (own.state() != VolunteerView.State.RESTRICTED) {
            data.close(actor, required(proof));
        }
    }

    private static String required(@Nullable String proof) {
        if (proof == null) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return proof;
    }

    /** What is asked by the link of a text message. */
    @GetMapping("/confirmations/{token}")
    @Access(ANYONE)
    @Operation(summary = "What the link of a text message asks")
    AskedJson asked(@PathVariable String token) {
        return AskedJson.of(confirmations.get(new Proof.Link(token)));
    }

    /** Yes, that is wanted. */
    @PostMapping("/confirmations/{token}")
    @Access(ANYONE)
    @Operation(summary = "Confirm a registration made by somebody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String token, @RequestBody ConsentBody body) {
        confirmations.confirm(new Proof.Link(token), body.consent());
    }

    /** No, that was not me. */
    @DeleteMapping("/confirmations/{token}")
    @Access(ANYONE)
    @Operation(summary = "Disown a registration made by somebody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disown(@PathVariable String token) {
        confirmations.disown(new Proof.Link(token), "");
    }
}
