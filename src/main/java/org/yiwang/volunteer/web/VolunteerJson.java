package org.yiwang.volunteer.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.CardView;
import org.yiwang.volunteer.PendingView;
import org.yiwang.volunteer.RegisterView;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.VolunteerView.State;

/** Bodies of requests and answers of the volunteers' API. */
final class VolunteerJson {

    private VolunteerJson() {}

    /** Where to send a code. */
    record MobileBody(@JsonProperty("mobile") @Nullable String given) {

        String mobile() {
            return text(given);
        }
    }

    /** A code that was sent. */
    record CodeBody(@JsonProperty("code") @Nullable String given) {

        String code() {
            return text(given);
        }
    }

    /** Somebody who registers or is registered. */
    record PersonBody(
            @Nullable String name,
            @Nullable String documentType,
            @Nullable String documentNumber,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String residence,
            @Nullable String guardianName,
            @Nullable String guardianMobile,
            @Nullable Boolean acceptNotice,
            @Nullable Boolean acceptSensitiveData) {

        Registrant registrant() {
            RegionCode region = RegionCode.parse(text(residence))
                    .orElseThrow(() -> new Refusal(VolunteerProblem.RESIDENCE_TOO_LARGE).at("residence"));
            Registrant.Guardian guardian = guardianName == null && guardianMobile == null
                    ? null
                    : new Registrant.Guardian(text(guardianName), text(guardianMobile));
            return new Registrant(
                    text(name),
                    documentType == null ? RegistrantForm.MAINLAND : documentType,
                    text(documentNumber),
                    birthDate,
                    sex,
                    region,
                    guardian,
                    new Registrant.Consent(yes(acceptNotice), yes(acceptSensitiveData)));
        }
    }

    /** A number with its code, and who registers. */
    record JoinBody(
            @JsonProperty("mobile") @Nullable String givenMobile,
            @JsonProperty("code") @Nullable String givenCode,
            @JsonProperty("person") @Nullable PersonBody givenPerson) {

        String mobile() {
            return text(givenMobile);
        }

        String code() {
            return text(givenCode);
        }

        PersonBody person() {
            return givenPerson == null
                    ? new PersonBody(null, null, null, null, null, null, null, null, null, null)
                    : givenPerson;
        }
    }

    /** What was agreed to. */
    record ConsentBody(
            @Nullable Boolean acceptNotice, @Nullable Boolean acceptSensitiveData) {

        Registrant.Consent consent() {
            return new Registrant.Consent(yes(acceptNotice), yes(acceptSensitiveData));
        }
    }

    /** Parts of a profile; what is null stays as it is. */
    record ProfileBody(
            @Nullable List<String> skills,
            @Nullable List<String> slots,
            @Nullable List<String> categories,
            @Nullable List<String> languages,
            @Nullable String education,
            @Nullable String employment,
            @Nullable String politicalStatus) {}

    /** The version of the vow that was shown. */
    record VowBody(@Nullable Integer version) {}

    /** A proof that it is the owner. */
    record TicketJson(String proof) {}

    /** A new volunteer, with a bearer token where the person is signed in now. */
    record Joined(VolunteerOut volunteer, @Nullable String token) {}

    /** A volunteer as the person or guardian sees it. */
    record VolunteerOut(
            String id, String number, String name, LocalDate birthDate, String residence, State state, boolean ward) {

        static VolunteerOut of(VolunteerView v) {
            return new VolunteerOut(
                    Ids.text(v.id()),
                    v.number(),
                    v.name(),
                    v.birthDate(),
                    v.residence().value(),
                    v.state(),
                    v.accountId() == null);
        }
    }

    /** A card now. */
    record CardJson(
            String code, String address, String shortCode, Instant changesAt, State state, List<BadgeJson> badges) {

        static CardJson of(CardView card, List<BadgeJson> badges) {
            return new CardJson(
                    card.code(),
                    card.address(),
                    card.shortCode(),
                    card.changesAt(),
                    card.volunteer().state(),
                    badges);
        }
    }

    /** Something that a module above puts on cards, such as a star, in the language asked for. */
    record BadgeJson(String icon, String text) {}

    /** A scanned card. */
    record ScannedJson(
            String name,
            String number,
            State state,
            boolean printed,
            @Nullable String portraitJpeg) {

        static ScannedJson of(CardView.Scanned scanned) {
            byte[] portrait = scanned.portrait();
            return new ScannedJson(
                    scanned.maskedName(),
                    scanned.number(),
                    scanned.state(),
                    scanned.printed(),
                    portrait == null ? null : java.util.Base64.getEncoder().encodeToString(portrait));
        }
    }

    /** A line of the register, masked. */
    record ListedJson(
            String id, String name, String number, int age, State state, String residence, Set<String> skills) {

        static ListedJson of(RegisterView v) {
            return new ListedJson(
                    Ids.text(v.id()), v.maskedName(), v.number(), v.age(), v.state(), v.residence(), v.skills());
        }
    }

    /** A registration that waits for an answer. */
    record AskedJson(
            PendingView.Asked asked,
            String name,
            String number,
            String document,
            String residence,
            String by,
            Instant at,
            Instant until) {

        static AskedJson of(PendingView it) {
            return new AskedJson(
                    it.asked(),
                    it.maskedName(),
                    it.number(),
                    it.maskedDocument(),
                    it.residence(),
                    it.by(),
                    it.at(),
                    it.until());
        }
    }

    private static boolean yes(@Nullable Boolean given) {
        return given != null && given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
