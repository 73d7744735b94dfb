package org.yiwang.honour;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.Nominee.State;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;

/** Award rounds as everybody sees them: what is open, what is on public notice, what was given; and objections to it. */
@Component
public class Awards {

    private static final int PAGE = 20;
    private static final String RECEIPT = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int RECEIPT_LENGTH = 12;

    private final RoundStore rounds;
    private final RoundLife life;
    private final ObjectionStore objections;
    private final RoundTold told;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Awards(RoundStore rounds, RoundLife life, ObjectionStore objections, RoundTold told, Clock clock) {
        this.rounds = rounds;
        this.life = life;
        this.objections = objections;
        this.told = told;
        this.clock = clock;
    }

    /** Rounds that were opened and not cancelled, the latest first. */
    @Transactional(readOnly = true)
    public Slice<RoundView> list(int page) {
        int shown = Slice.page(page);
        var open = EnumSet.of(RoundState.OPEN, RoundState.REVIEWING, RoundState.NOTICE, RoundState.PUBLISHED);
        return Slice.cut(rounds.list(open, new String[] {"%"}, PAGE + 1, (shown - 1) * PAGE), shown, PAGE);
    }

    /**
     * One of them; from the public notice on with those who are to be awarded, in no order of merit: who was nominated and is
     * not awarded is nobody's business. Refuses with {@code honour.round-unknown} drafts and cancelled ones.
     */
    @Transactional(readOnly = true)
    public Shown get(long roundId) {
        RoundView round = rounds.find(roundId)
                .filter(r -> r.state().isPublic())
                .orElseThrow(() -> new Refusal(HonourProblem.ROUND_UNKNOWN));
        List<Nominee> placed = round.isDecided()
                ? life.agreed(round).stream()
                        .filter(n -> n.isPlaced(round.terms().places()))
                        .sorted(java.util.Comparator.comparingLong(Nominee::id))
                        .toList()
                : List.of();
        return new Shown(round, placed, round.takesObjections(life.today()));
    }

    /**
     * Says something against somebody on public notice, or against the round. Refuses with {@code honour.not-now} before and
     * after, with {@code honour.too-often} an address that has said too much today.
     *
     * @param contact how to reach who says it; only the office reads it
     * @return the receipt by which the answer is found
     */
    @Transactional
    public String object(
            long roundId, @Nullable Long nominationId, String words, String contact, String clientAddress) {
        RoundView round = life.lock(roundId, RoundState.NOTICE);
        if (!round.takesObjections(life.today())) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        if (nominationId != null
                && life.agreed(round).stream()
                        .noneMatch(n -> n.id() == nominationId
                                && n.isPlaced(round.terms().places()))) {
            throw new Refusal(HonourProblem.NOMINATION_UNKNOWN).at("nominee");
        }
        String text = HonourText.required("words", words, 1000);
        String reach = HonourText.required("contact", contact, 100);
        Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        if (objections.since(clientAddress, today) >= life.limits().objectionsPerDay()) {
            throw new Refusal(HonourProblem.TOO_OFTEN);
        }
        String receipt = receipt();
        objections.insert(
                new Objection(
                        Ids.next(),
                        roundId,
                        nominationId,
                        receipt,
                        text,
                        reach,
                        clock.instant(),
                        Objection.State.OPEN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false),
                reach,
                clientAddress);
        told.office(round, "notice.honour.objection", round.terms().name());
        return receipt;
    }

    /** The answer to an objection, by its receipt; refuses with {@code honour.objection-unknown}. */
    public Objection answer(String receipt) {
        return objections
                .byReceipt(receipt.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Refusal(HonourProblem.OBJECTION_UNKNOWN));
    }

    private String receipt() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECEIPT_LENGTH; i++) {
            text.append(RECEIPT.charAt(random.nextInt(RECEIPT.length())));
        }
        return text.toString();
    }

    /**
     * A round as everybody sees it.
     *
     * @param round the round
     * @param placed those who are to be awarded, from the public notice on; all agreed
     * @param takesObjections whether something can be said against it today
     */
    public record Shown(RoundView round, List<Nominee> placed, boolean takesObjections) {

        /** Whether somebody is among them. */
        public boolean has(long nominationId) {
            return placed.stream().anyMatch(n -> n.id() == nominationId && n.state() == State.AGREED);
        }
    }
}
