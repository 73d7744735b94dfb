package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.organization.OrganizationDraft.About;
import org.yiwang.organization.OrganizationDraft.Contact;
import org.yiwang.organization.OrganizationProfile.Filing;
import org.yiwang.organization.OrganizationProfile.Named;
import org.yiwang.platform.Vault;

/** Puts together what a page about one organization shows, as far as the reader may see it. */
@Component
class OrganizationProfiles {

    private final OrganizationStore store;
    private final TreeStore trees;
    private final TeamFilingStore filings;
    private final TeamMemberStore members;
    private final Accounts accounts;
    private final Vault vault;
    private final Clock clock;

    OrganizationProfiles(
            OrganizationStore store,
            TreeStore trees,
            TeamFilingStore filings,
            TeamMemberStore members,
            Accounts accounts,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.trees = trees;
        this.filings = filings;
        this.members = members;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who reads. */
    enum Reader {
        /** Anyone: contact only if it is public. */
        PUBLIC,
        /** The one who decides: a private number masked. */
        REVIEWER,
        /** Its leaders and its applicant: everything. */
        LEADER
    }

    OrganizationProfile read(Organization o, Reader reader) {
        OrganizationStore.Unit unit =
                o.unitId() == null ? null : store.findUnit(o.unitId()).orElseThrow();
        return new OrganizationProfile(
                o.id(),
                o.name(),
                o.region(),
                o.state(),
                o.isActiveOn(LocalDate.now(clock)),
                o.standing(),
                new About(
                        o.kinds(),
                        o.categories(),
                        unit == null ? null : new OrganizationDraft.Unit(unit.name(), unit.kind(), unit.creditCode()),
                        o.branch().exists(),
                        o.branch().name(),
                        o.introduction(),
                        o.foundedOn(),
                        o.plannedSize()),
                unit == null ? null : new Named(unit.id(), unit.name()),
                contact(o, reader),
                o.joining().policy(),
                reader == Reader.LEADER ? o.joining().passCode() : null,
                trees.parents(o.id()),
                filing(o.id()).orElse(null),
                o.renewalAskedAt(),
                members.count(o.id(), MemberView.State.MEMBER),
                o.applicantAccountId(),
                o.createdAt());
    }

    /** Every step so far with the names of those who took it. */
    List<DecisionView> decisions(long id) {
        var taken = store.decisions(id);
        Map<Long, AccountView> people =
                accounts.getAll(taken.stream().map(d -> d.accountId()).toList());
        return taken.stream()
                .map(d -> new DecisionView(d.kind(), name(people.get(d.accountId())), d.reason(), d.at()))
                .toList();
    }

    @Nullable
    private static String name(@Nullable AccountView account) {
        return account == null ? null : account.name();
    }

    private Optional<Filing> filing(long id) {
        return filings.findLast(id)
                .map(f -> new Filing(
                        f.unitId() == null
                                ? null
                                : store.findUnit(f.unitId()).orElseThrow().name(),
                        f.area(),
                        f.from(),
                        f.to()));
    }

    @Nullable
    private Contact contact(Organization o, Reader reader) {
        boolean open = o.contact().open();
        if (reader == Reader.PUBLIC && !open) {
            return null;
        }
        String phone = vault.open(o.contact().phone());
        boolean full = open || reader == Reader.LEADER;
        return new Contact(o.contact().name(), full ? phone : masked(phone), open);
    }

    static String masked(String phone) {
        return phone.length() < 7
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
