package org.yiwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.kernel.RegionCode;

/**
 * What keeps an activity from being public: pure rules over what is stored, the rule data and the moment. Sources: what
 * the national and provincial platforms do not count as service, and Regulations on Voluntary Services art. 2, 12, 14, 17.
 */
record PublicationCheck(PublicationRule rule, AgreementRule agreement, RegionCode city) {

    /** Everything that is missing or wrong, in the order of the form. */
    List<Finding> findings(Activity activity, Instant now) {
        List<Finding> found = new ArrayList<>();
        texts(activity.draft(), found);
        risks(activity, found);
        times(activity, now, found);
        recruitment(activity, now, found);
        terms(activity, found);
        return found;
    }

    private void texts(ActivityDraft draft, List<Finding> found) {
        rule.namesForbidden().stream()
                .filter(draft.title()::contains)
                .findFirst()
                .ifPresent(word -> found.add(Finding.of(ActivityProblem.NAME_BACKDATED, "title", word)));
        if (length(draft.description()) < rule.descriptionMin() || isOneCharacterRepeated(draft.description())) {
            found.add(Finding.of(ActivityProblem.DESCRIPTION_THIN, "description", rule.descriptionMin()));
        }
        if (draft.objects().isEmpty()) {
            found.add(Finding.of(ActivityProblem.OBJECTS_MISSING, "objects"));
        }
        String address = draft.place().address();
        boolean marked = rule.addressMarks().stream().anyMatch(address::contains)
                || draft.place().latitude() != null;
        if (length(address) < rule.addressMin() || !marked) {
            found.add(Finding.of(ActivityProblem.ADDRESS_VAGUE, "address"));
        }
        if (draft.contact().name().isBlank() || draft.contact().phone().isBlank()) {
            found.add(Finding.of(ActivityProblem.CONTACT_MISSING, "contactName"));
        }
    }

    private void risks(Activity activity, List<Finding> found) {
        Risk risk = activity.draft().risk();
        if (length(risk.note()) < rule.riskNoteMin()) {
            found.add(Finding.of(ActivityProblem.RISK_NOTE_MISSING, "riskNote", rule.riskNoteMin()));
        }
        if (risk.level() >= rule.insuranceFromRiskLevel()) {
            if (risk.insurance().isBlank()) {
                found.add(Finding.of(ActivityProblem.INSURANCE_MISSING, "insurance"));
            }
            boolean minors =
                    activity.posts().stream().map(p -> p.conditions().minAge()).anyMatch(this::isMinor);
            if (minors) {
                found.add(Finding.of(ActivityProblem.MINORS_AT_RISK, "riskLevel", rule.adultAge()));
            }
        }
    }

    private boolean isMinor(@Nullable Integer minAge) {
        return minAge == null || minAge < rule.adultAge();
    }

    private void times(Activity activity, Instant now, List<Finding> found) {
        if (!activity.period().start().isAfter(now)) {
            found.add(Finding.of(ActivityProblem.ALREADY_STARTED, "shifts"));
        }
        if (isTooLong(activity)) {
            found.add(Finding.of(ActivityProblem.LASTS_TOO_LONG, "shifts", rule.maxDays()));
        }
        Duration longest = Duration.ofHours(rule.maxShiftHours());
        boolean tooLong = activity.shifts().stream()
                .map(ShiftView::period)
                .anyMatch(p -> Duration.between(p.start(), p.end()).compareTo(longest) > 0);
        if (tooLong) {
            found.add(Finding.of(ActivityProblem.SHIFT_TOO_LONG, "shifts", rule.maxShiftHours()));
        }
    }

    boolean isTooLong(Activity activity) {
        return Duration.between(activity.period().start(), activity.period().end())
                        .compareTo(Duration.ofDays(rule.maxDays()))
                > 0;
    }

    private static void recruitment(Activity activity, Instant now, List<Finding> found) {
        Recruitment recruitment = activity.draft().recruitment();
        Instant to = recruitment.to();
        if (to != null && (!to.isAfter(now) || to.isAfter(activity.period().end()))) {
            found.add(Finding.of(ActivityProblem.RECRUITMENT_OVER, "recruitTo"));
        }
        if (recruitment.scope() == RecruitScope.PASS_CODE && activity.sealedPassCode() == null) {
            found.add(Finding.of(ActivityProblem.PASS_CODE_MISSING, "passCode"));
        }
        if (recruitment.scope() == RecruitScope.TEAMS && recruitment.teams().isEmpty()) {
            found.add(Finding.of(ActivityProblem.TEAMS_MISSING, "teams"));
        }
    }

    private void terms(Activity activity, List<Finding> found) {
        Terms terms = activity.draft().terms();
        if (terms.subsidyFen() > rule.subsidyCapFenPerDay()) {
            found.add(Finding.of(ActivityProblem.SUBSIDY_TOO_HIGH, "subsidy", rule.subsidyCapFenPerDay() / 100));
        }
        if (terms.subsidyFen() > 0 && terms.subsidyReason().isBlank()) {
            found.add(Finding.of(ActivityProblem.SUBSIDY_UNEXPLAINED, "subsidyReason"));
        }
        if (!terms.agreement() && agreement.asksFor(activity, city)) {
            found.add(Finding.of(ActivityProblem.AGREEMENT_NEEDED, "agreement"));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** "哈哈哈哈…" has the length of a description and says nothing. */
    private static boolean isOneCharacterRepeated(String text) {
        return text.codePoints().distinct().limit(6).count() < 6;
    }
}
