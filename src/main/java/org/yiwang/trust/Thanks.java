package org.yiwang.trust;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.MobileNumber;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.Organizations;
import org.yiwang.platform.Vault;
import org.yiwang.record.RecordEvidence;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * The word of those who were served: did they come? Needs no account; proved by a code to a mobile number, one voice for
 * each number and activity, and none for those who served or run the team. It counts more than a photo (domain C8).
 */
@Component
public class Thanks {

    private static final String PURPOSE = "thanks";
    private static final int TOKEN_BYTES = 12;

    private final ThanksStore store;
    private final TrustGradeStore due;
    private final Activities activities;
    private final Organizations organizations;
    private final SignUps signUps;
    private final RecordEvidence records;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final Vault vault;
    private final Rules rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Thanks(
            ThanksStore store,
            TrustGradeStore due,
            Activities activities,
            Organizations organizations,
            SignUps signUps,
            RecordEvidence records,
            Volunteers volunteers,
            Accounts accounts,
            Vault vault,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.due = due;
        this.activities = activities;
        this.organizations = organizations;
        this.signUps = signUps;
        this.records = records;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.vault = vault;
        this.rules = rules;
        this.clock = clock;
    }

    /** The last part of the address to show to those served; made when first asked for. Needs {@code ATTENDANCE_MANAGE}. */
    @Transactional
    public String token(Actor actor, long activityId) {
        activities.require(actor, Permission.ATTENDANCE_MANAGE, activityId);
        return store.token(activityId).orElseGet(() -> {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            store.insertToken(
                    activityId,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    actor.accountId(),
                    clock.instant());
            return store.token(activityId).orElseThrow();
        });
    }

    /** What those served have said so far, the latest first; needs {@code ATTENDANCE_MANAGE}. */
    public List<Said> said(Actor actor, long activityId) {
        activities.require(actor, Permission.ATTENDANCE_MANAGE, activityId);
        return store.said(activityId);
    }

    /** How many of those served have confirmed each of the activities, by activity; for modules above. One query. */
    public Map<Long, Integer> confirmed(Collection<Long> activityIds) {
        Map<Long, Integer> found = new HashMap<>();
        store.voices(activityIds).forEach((activity, voices) -> found.put(activity, voices.yes()));
        return found;
    }

    /**
     * What somebody who was served is asked. Refuses with {@code trust.thanks-unknown}, {@code trust.thanks-too-early},
     * {@code trust.thanks-over}.
     */
    public Asked asked(String token) {
        ActivityView activity = activity(token);
        return new Asked(
                activity.title(),
                organizations.get(activity.organizationId()).name(),
                activity.place().address(),
                activity.period());
    }

    /** The activity that a token stands for, for modules above that ask something else; refuses like {@link #asked}. */
    public long activityOf(String token) {
        return activity(token).id();
    }

    /** Sends the code; refuses like {@link #asked}, and with {@code volunteer.mobile-odd} what is no number. */
    public void sendCode(String token, String mobile, String clientAddress) {
        activity(token);
        accounts.sendCode(number(mobile), PURPOSE, clientAddress);
    }

    /**
     * Keeps what somebody says. Refuses with {@code account.code-wrong}, {@code trust.thanks-given}, {@code
     * trust.thanks-not-served}.
     */
    @Transactional
    public void say(String token, String mobile, String code, Word word) {
        ActivityView activity = activity(token);
        String number = number(mobile);
        accounts.checkCode(number, PURPOSE, code);
        if (belongs(activity, number)) {
            throw new Refusal(TrustProblem.THANKS_NOT_SERVED);
        }
        Word kept = word.came() ? word : new Word(false, null, word.words());
        if (!store.insert(activity.id(), vault.digest("trust.thanks\n" + number), kept, clock.instant())) {
            throw new Refusal(TrustProblem.THANKS_GIVEN);
        }
        due.addDueActivities(List.of(activity.id()));
    }

    /** Whether the number belongs to somebody who served there or runs the team. */
    private boolean belongs(ActivityView activity, String mobile) {
        Optional<AccountView> account = accounts.findByMobile(mobile);
        if (account.isEmpty()) {
            return false;
        }
        Actor person = accounts.actor(account.get().id());
        if (person.reach(Permission.ATTENDANCE_MANAGE).organizations().stream()
                .anyMatch(activity.ancestors()::contains)) {
            return true;
        }
        List<Long> own =
                volunteers.actingFor(person).stream().map(VolunteerView::id).toList();
        return !signUps.of(activity.id(), own).isEmpty()
                || records.ofActivities(List.of(activity.id())).stream()
                        .anyMatch(r -> own.contains(r.key().volunteerId()));
    }

    private ActivityView activity(String token) {
        ActivityView activity = store.activity(token)
                .flatMap(activities::find)
                .filter(a -> a.state() == ActivityView.State.PUBLISHED || a.state() == ActivityView.State.CLOSED)
                .orElseThrow(() -> new Refusal(TrustProblem.THANKS_UNKNOWN));
        Instant now = clock.instant();
        if (now.isBefore(activity.period().start())) {
            throw new Refusal(TrustProblem.THANKS_TOO_EARLY, activity.title());
        }
        int days = rules.current("trust.thanks", ThanksRule.class).value().days();
        if (now.isAfter(activity.period().end().plus(Duration.ofDays(days)))) {
            throw new Refusal(TrustProblem.THANKS_OVER, activity.title(), days);
        }
        return activity;
    }

    private static String number(String typed) {
        return MobileNumber.read(typed)
                .orElseThrow(() -> new Refusal(VolunteerProblem.MOBILE_ODD).at("mobile"))
                .digits();
    }

    /**
     * What somebody says who was served.
     *
     * @param came whether the volunteers came
     * @param timeRight whether the time is about right, null if nothing was said about it
     * @param words anything else
     */
    public record Word(boolean came, @Nullable Boolean timeRight, String words) {}

    /**
     * A word with its moment.
     *
     * @param word what was said
     * @param at when
     */
    public record Said(Word word, Instant at) {}

    /**
     * About what somebody is asked.
     *
     * @param title the activity
     * @param organizationName who organized
     * @param place where
     * @param period from when to when
     */
    public record Asked(String title, String organizationName, String place, Period period) {}
}
