package org.yiwang.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;

/**
 * Bodies and teams: finding them and who belongs to them. Answers about one organization come from memory; a change is
 * known at once on the node that made it and within {@value #SECONDS} seconds on the others.
 */
@Component
public class Organizations {

    private static final int SECONDS = 3;

    private final OrganizationStore store;
    private final TeamMemberStore members;
    private final TeamPostStore posts;
    private final TeamFilingStore filings;
    private final Clock clock;
    private final Cache<Long, Optional<Organization>> memory = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(SECONDS))
            .build();

    Organizations(
            OrganizationStore store,
            TeamMemberStore members,
            TeamPostStore posts,
            TeamFilingStore filings,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.posts = posts;
        this.filings = filings;
        this.clock = clock;
    }

    /** The organization; refuses with {@code organization.unknown} if there is none. */
    public OrganizationView get(long id) {
        return find(id).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
    }

    /** The organization, approved or not; ask {@link OrganizationView#active()} before letting it act. */
    public Optional<OrganizationView> find(long id) {
        return row(id).map(o -> o.view(LocalDate.now(clock)));
    }

    /** Approved ones, active or not, that the actor's permission reaches (by region or by organization), by name. */
    public List<OrganizationView> listWithin(Actor actor, Permission permission) {
        Reach reach = actor.reach(permission);
        LocalDate today = LocalDate.now(clock);
        return reach.isEmpty()
                ? List.of()
                : store.listWithin(reach.regionPatterns(), reach.organizationIds()).stream()
                        .map(o -> o.view(today))
                        .toList();
    }

    /** Where those that may act today and that the permission reaches have their seat. */
    public List<RegionCode> regionsWithActive(Actor actor, Permission permission) {
        Reach reach = actor.reach(permission);
        return store.regionsWithActive(reach.regionPatterns(), reach.organizationIds(), LocalDate.now(clock)).stream()
                .map(RegionCode::new)
                .toList();
    }

    /** Refuses with {@code access.out-of-scope} unless the permission covers the organization; returns it. */
    public OrganizationView require(Actor actor, Permission permission, long organizationId) {
        OrganizationView view = get(organizationId);
        actor.require(permission, view.region(), view.ancestors());
        return view;
    }

    /**
     * Approved ones with their seat in the region and of one of those types (code table {@code team-type}), by id; only those
     * that had applied by that day.
     */
    public List<OrganizationView> approvedIn(RegionCode region, Collection<String> teamTypes, LocalDate by) {
        LocalDate today = LocalDate.now(clock);
        Instant before = by.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return store.approvedIn(region.value() + "%", teamTypes, before).stream()
                .map(o -> o.view(today))
                .toList();
    }

    /**
     * How many organizations are active and filed today, by their region.
     *
     * @param length of the region code by which they are put together
     */
    public Map<String, Long> countActiveByDivision(int length) {
        return store.countActive(LocalDate.now(clock), length);
    }

    /** Whether the person is a member of the organization itself; members of those below it did not join it. */
    public boolean isMember(long organizationId, long accountId) {
        return members.isMember(organizationId, accountId);
    }

    /** Those of the accounts whose owners are members of an organization in reach, or of one below it; one query. */
    public Set<Long> membersWithin(Reach reach, Collection<Long> accountIds) {
        return reach.organizations().isEmpty() || accountIds.isEmpty()
                ? Set.of()
                : members.among(reach.organizationIds(), accountIds);
    }

    /** Those of the accounts whose owners are members of an organization of which the person is a member too; one query. */
    public Set<Long> teammates(long accountId, Collection<Long> accountIds) {
        return accountIds.isEmpty() ? Set.of() : members.together(accountId, accountIds);
    }

    /** Those of the accounts whose owners are members of the organization itself and were so before that moment; one query. */
    public Set<Long> membersSinceBefore(long organizationId, Collection<Long> accountIds, Instant moment) {
        return accountIds.isEmpty() ? Set.of() : members.sinceBefore(organizationId, accountIds, moment);
    }

    /** Accounts of captain, liaison and administrators: whom to tell. */
    public List<Long> leaders(long organizationId) {
        return posts.leaders(organizationId);
    }

    /** The same for many organizations, by organization; those without leaders are left out. One query. */
    public Map<Long, List<Long>> leaders(Collection<Long> organizationIds) {
        return organizationIds.isEmpty() ? Map.of() : posts.leaders(organizationIds);
    }

    /**
     * Whether the organization may act in that region today: it is active and, if it is a group under a filing, the
     * region lies inside the area of the filing (Regulations on Voluntary Services art. 42).
     */
    public boolean mayActIn(long organizationId, RegionCode region) {
        LocalDate today = LocalDate.now(clock);
        return row(organizationId)
                .filter(o -> o.isActiveOn(today))
                .filter(o -> !o.isFiled()
                        || filings.areaOn(o.id(), today)
                                .filter(area -> area.contains(region))
                                .isPresent())
                .isPresent();
    }

    /** Forgets what is in memory once the transaction is over; until then the transaction itself reads the rows. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            memory.invalidateAll();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Organizations.this);
                    memory.invalidateAll();
                }
            });
        }
    }

    private Optional<Organization> row(long id) {
        return TransactionSynchronizationManager.hasResource(this) ? store.find(id) : memory.get(id, store::find);
    }
}
