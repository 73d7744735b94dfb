package org.yiwang.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.record.HandMadeTime;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.RuleVersion;
import org.yiwang.trust.Sanctions;

/** The bounds of manual entry, for corrections that raise a record and for attendance by one person's word. */
@Component
class EntryBounds implements HandMadeTime {

    /** The rule by which {@code trust} forbids manual entry. */
    private static final String SANCTIONS = "trust.sanctions";

    private final EntryGate gate;
    private final SecondPerson secondPerson;
    private final Quotas quotas;
    private final Sanctions sanctions;
    private final RuleBook book;
    private final Clock clock;

    EntryBounds(
            EntryGate gate, SecondPerson secondPerson, Quotas quotas, Sanctions sanctions, RuleBook book, Clock clock) {
        this.gate = gate;
        this.secondPerson = secondPerson;
        this.quotas = quotas;
        this.sanctions = sanctions;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public void mayEnter(Actor actor, long organizationId) {
        gate.require(actor, organizationId);
    }

    @Override
    public Optional<RuleVersion> ban(long organizationId, Collection<Long> accountIds) {
        return accountIds.stream().anyMatch(account -> sanctions.banned(organizationId, account))
                ? Optional.of(book.current(SANCTIONS))
                : Optional.empty();
    }

    @Override
    public void confirm(long firstAccountId, Actor second, long organizationId, int addedMinutes) {
        gate.require(second, organizationId);
        secondPerson.require(firstAccountId, second, organizationId);
        quotas.use(organizationId, LocalDate.now(clock), addedMinutes);
    }
}
