package org.yiwang.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountRows;
import org.yiwang.account.AccountRows.NewGrant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;
import org.yiwang.organization.OrganizationRowStore.Decision;
import org.yiwang.organization.OrganizationRowStore.Filing;
import org.yiwang.organization.OrganizationRowStore.Founded;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;

/**
 * Bodies and teams by COPY, for filling an empty database: what an application, its approval and joining write for one,
 * written for thousands, with the post and the role of the founder and filings without a gap. Ids and moments are the
 * caller's, and nobody is told. In the caller's transaction.
 */
@Component
public class OrganizationRows {

    /** The large table that is written. */
    public static final List<String> TABLES = List.of("organization_member");

    private final OrganizationRowStore store;
    private final AccountRows accounts;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;

    OrganizationRows(OrganizationRowStore store, AccountRows accounts, Rules rules, Vault vault, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
    }

    /** Founds organizations, parents before children; whose founders have accounts. How many rows were written. */
    public long found(List<NewOrganization> founded) {
        int honesty = rules.current("organization.honesty", HonestyAgreement.Text.class)
                .version();
        List<Filing> filings = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        List<Founded> rows = new ArrayList<>(founded.size());
        for (NewOrganization o : founded) {
            decisions.add(new Decision(o.id, o.id, DecisionView.Kind.APPLIED, o.founder, o.at));
            decisions.add(new Decision(o.id, o.id + 1, DecisionView.Kind.APPROVED, 0, o.at));
            LocalDate filedUntil = o.isTeam ? file(o, filings, decisions) : null;
            rows.add(new Founded(o, day(o), vault.seal(o.contactPhone), filedUntil, honesty));
        }
        return store.insert(rows)
                + store.decide(decisions)
                + store.file(filings)
                + join(founded.stream()
                        .map(o -> new NewMember(o.id, o.founder, o.id, o.at, true))
                        .toList())
                + accounts.give(founded.stream().map(this::administers).toList());
    }

    /** Lets people join. How many rows were written. */
    public long join(List<NewMember> members) {
        return store.join(members);
    }

    /** A unified social credit code that is right in form: its first eight characters, and a number. */
    public static String creditCode(String beginning, int number) {
        String code = beginning + "MJ%07d".formatted(number);
        return code + CreditCode.checkCharacter(code);
    }

    /** As {@link TeamPosts} gives it. */
    private NewGrant administers(NewOrganization o) {
        return new NewGrant(
                o.id,
                o.founder,
                Post.ADMINISTRATOR.role(),
                new Scope.InOrganization(o.id),
                0,
                Post.ADMINISTRATOR + " " + HowChosen.FOUNDED + " " + day(o),
                o.at);
    }

    /** Filed when founded and renewed in time, until today is covered; the last day. */
    private LocalDate file(NewOrganization o, List<Filing> filings, List<Decision> decisions) {
        int months =
                rules.current("organization.filing", FilingRule.class).value().maxMonths();
        LocalDate today = LocalDate.now(clock);
        LocalDate from = day(o);
        for (int n = 0; n == 0 || !from.isAfter(today); n++) {
            LocalDate to = from.plusMonths(months).minusDays(1);
            Instant at = n == 0
                    ? o.at
                    : from.minusDays(7).atTime(10, 0).atZone(clock.getZone()).toInstant();
            filings.add(new Filing(o.id, o.id + n, o.region, from, to, at));
            if (n > 0) {
                decisions.add(new Decision(o.id, o.id + 1 + n, DecisionView.Kind.RENEWED, 0, at));
            }
            from = to.plusDays(1);
        }
        return from.minusDays(1);
    }

    private LocalDate day(NewOrganization o) {
        return LocalDate.ofInstant(o.at, clock.getZone());
    }

    /**
     * An organization to be founded.
     *
     * @param isTeam a group without legal form, filed with its community; otherwise a people's organization
     * @param creditCode of a people's organization, null for a team
     * @param ancestors all above it, the farthest first, itself last
     * @param kinds codes of the table {@code team-kind}
     * @param categories one to four codes of the table {@code category}
     * @param founder account of the applicant and first administrator
     */
    public record NewOrganization(
            long id,
            boolean isTeam,
            String name,
            @Nullable String creditCode,
            RegionCode region,
            List<Long> ancestors,
            List<String> kinds,
            List<String> categories,
            String introduction,
            String contactName,
            String contactPhone,
            long founder,
            Instant at) {}

    /**
     * A membership.
     *
     * @param founder whether it came with the founding; otherwise the member joined without being asked
     */
    public record NewMember(long id, long accountId, long organizationId, Instant at, boolean founder) {}
}
