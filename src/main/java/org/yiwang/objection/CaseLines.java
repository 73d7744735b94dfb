package org.yiwang.objection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.CaseTrail;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrailLine.Who;
import org.yiwang.volunteer.Volunteers;

/** Puts what happened in cases into the trails of their records, as far as the volunteer knows of it. */
@Component
class CaseLines implements CaseTrail {

    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final Organizations organizations;
    private final Volunteers volunteers;

    CaseLines(CaseListStore lists, CaseStepStore steps, Organizations organizations, Volunteers volunteers) {
        this.lists = lists;
        this.steps = steps;
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    @Override
    public List<Line> of(Collection<RecordKey> records) {
        return lists.toldAbout(records).stream()
                .flatMap(it -> CaseStep.asTheVolunteerReads(steps.of(it.id())).stream()
                        .filter(CaseLines::saysMoreThanTheRecord)
                        .map(step -> line(it, step)))
                .toList();
    }

    /** That a record stopped or began to count again its own steps tell; here only why somebody wanted it so. */
    private static boolean saysMoreThanTheRecord(CaseStep step) {
        return step.words() != null || step.what() != What.FROZEN && step.what() != What.RELEASED;
    }

    private Line line(CaseView it, CaseStep step) {
        boolean opened = step.what() == What.OPENED;
        boolean own = opened && it.kind() == Kind.OBJECTION;
        return new Line(
                code(it, step),
                opened ? step.told() + "." + opening(it, step) : step.told(),
                opened ? complaint(it) : step.ended(it.kind()),
                step.at(),
                who(it, step),
                own ? it.words() : step.words(),
                own ? it.wished() : step.served(),
                step.evidence(),
                step.ruleKey(),
                step.ruleVersion());
    }

    private static Code code(CaseView it, CaseStep step) {
        return new Code(
                it.kind().name(),
                it.complaint().name(),
                step.what().name(),
                step.side().name(),
                step.outcome() == null ? null : step.outcome().name());
    }

    private static String opening(CaseView it, CaseStep step) {
        return step.side() == Side.OFFICE ? "CALL" : it.kind().name();
    }

    private static @Nullable String complaint(CaseView it) {
        return it.kind() == Kind.NOT_ME ? null : "objection.complaint." + it.complaint();
    }

    /** Steps from before guardians were told apart are told by who is the guardian today. */
    private boolean isByGuardian(CaseView it, CaseStep step) {
        Long guardian = volunteers.get(Objects.requireNonNull(it.volunteerId())).guardianAccountId();
        return guardian != null && guardian == step.actorAccountId();
    }

    private Who who(CaseView it, CaseStep step) {
        return switch (step.side()) {
            case VOLUNTEER -> isByGuardian(it, step) ? Who.GUARDIAN : Who.SELF;
            case GUARDIAN -> Who.GUARDIAN;
            case OUTSIDER -> Who.OUTSIDER;
            case ORGANIZATION ->
                Who.organization(organizations
                        .find(Objects.requireNonNull(it.organizationId()))
                        .map(OrganizationView::name)
                        .orElse(""));
            case OFFICE -> Who.OFFICE;
            case PROGRAM -> Who.PROGRAM;
        };
    }
}
