package org.yiwang.trust;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the records of many organizations can be trusted over some days, and whether sanctions were in force: for whoever
 * rates them, set-wise and without anybody's name. The caller has checked who may see it.
 */
@Component
public class TeamTrust {

    private final TeamTrustStore store;
    private final SanctionStore sanctions;
    private final SanctionFiles files;

    TeamTrust(TeamTrustStore store, SanctionStore sanctions, SanctionFiles files) {
        this.store = store;
        this.sanctions = sanctions;
        this.files = files;
    }

    /** How the records of activities were graded, by activity; those without a grade are left out. One query. */
    public Map<Long, Grades> grades(Collection<Long> activityIds) {
        return activityIds.isEmpty() ? Map.of() : store.grades(activityIds);
    }

    /** What people said who were called about services of those days, by organization; only records drawn by chance. */
    public Map<Long, Honesty.View> checks(Collection<Long> organizationIds, LocalDate from, LocalDate to) {
        return organizationIds.isEmpty() ? Map.of() : store.checks(organizationIds, from, to);
    }

    /**
     * Those of the organizations themselves against which a sanction that nobody has lifted was imposed or in force on one of
     * those days; one that waits for hours to be regained is in force until they are.
     */
    @Transactional(readOnly = true)
    public Set<Long> sanctioned(Collection<Long> organizationIds, LocalDate from, LocalDate to) {
        Set<Long> found = store.sanctioned(organizationIds, from, to);
        store.regaining(organizationIds, from, to).stream()
                .flatMap(id -> sanctions.find(id).stream())
                .filter(s -> files.state(s) == SanctionView.State.IN_FORCE)
                .forEach(s -> found.add(s.subject().id()));
        return found;
    }

    /**
     * Grades of the records of an activity.
     *
     * @param all how many have one
     * @param good how many have A or B
     */
    public record Grades(int all, int good) {}
}
