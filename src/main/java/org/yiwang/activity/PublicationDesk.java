package org.yiwang.activity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organization.OrganizationDirectory;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/** Applies the rules of publication to an activity: what is missing, what hints at no service, who looks at it. */
@Component
class PublicationDesk {

    private final Rules rules;
    private final Regions regions;
    private final Organizations organizations;
    private final OrganizationDirectory directory;
    private final ActivityStore store;
    private final Clock clock;

    PublicationDesk(
            Rules rules,
            Regions regions,
            Organizations organizations,
            OrganizationDirectory directory,
            ActivityStore store,
            Clock clock) {
        this.rules = rules;
        this.regions = regions;
        this.organizations = organizations;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    /** What holds for an activity now, with the versions of the rules it was judged by. */
    record Judgement(Readiness readiness, Map<String, Integer> versions) {

        /** Refuses with the first finding. */
        void requireReady() {
            if (!readiness.isReady()) {
                throw readiness.findings().getFirst().refusal();
            }
        }

        Basis basis(List<String> ticked) {
            return new Basis(
                    versions,
                    readiness.reasons(),
                    readiness.hints().stream().flatMap(h -> h.words().stream()).toList(),
                    ticked);
        }
    }

    Judgement judge(Activity activity) {
        Rule<PublicationRule> publication = publication();
        Rule<AgreementRule> agreement = rules.current(AgreementRule.KEY, AgreementRule.class);
        Rule<KeywordRule> keywords = rules.current(KeywordRule.KEY, KeywordRule.class);
        Rule<ReviewPolicy> policy = rules.current(ReviewPolicy.KEY, ReviewPolicy.class);
        List<Finding> findings = new ArrayList<>(organization(activity));
        findings.addAll(new PublicationCheck(
                        publication.value(), agreement.value(), regions.city().code())
                .findings(activity, clock.instant()));
        List<Hint> hints = keywords.value().hintsIn(activity);
        ReviewPolicy.Facts facts = new ReviewPolicy.Facts(
                store.countPublished(activity.draft().organizationId()), isFiledOnly(activity), !hints.isEmpty());
        List<String> reasons = policy.value().reasons(activity, facts).stream()
                .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return new Judgement(
                new Readiness(findings, hints, reasons),
                Map.of(
                        publication.key(), publication.version(),
                        agreement.key(), agreement.version(),
                        keywords.key(), keywords.version(),
                        policy.key(), policy.version()));
    }

    Rule<PublicationRule> publication() {
        return rules.current(PublicationRule.KEY, PublicationRule.class);
    }

    Rule<ExtensionRule> extension() {
        return rules.current(ExtensionRule.KEY, ExtensionRule.class);
    }

    Rule<ReviewChecklist> checklist() {
        return rules.current(ReviewChecklist.KEY, ReviewChecklist.class);
    }

    /** From which age on, where that activity admits adults only; otherwise null. */
    @Nullable
    Integer adultsFrom(Risk risk) {
        PublicationRule rule = publication().value();
        return risk.level() >= rule.insuranceFromRiskLevel() ? rule.adultAge() : null;
    }

    private List<Finding> organization(Activity activity) {
        OrganizationView organization = organizations.get(activity.draft().organizationId());
        if (!organization.active()) {
            return List.of(Finding.of(ActivityProblem.ORGANIZATION_INACTIVE, "organization", organization.name()));
        }
        return organizations.mayActIn(organization.id(), activity.draft().region())
                ? List.of()
                : List.of(Finding.of(ActivityProblem.OUTSIDE_AREA, "region"));
    }

    private boolean isFiledOnly(Activity activity) {
        OrganizationView organization = organizations.get(activity.draft().organizationId());
        return organization.active() && directory.get(organization.id()).isFiled();
    }
}
