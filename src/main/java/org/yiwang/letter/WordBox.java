package org.yiwang.letter;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Refusal;
import org.yiwang.letter.KindWord.Origin;
import org.yiwang.letter.KindWord.State;
import org.yiwang.platform.Vault;
import org.yiwang.trust.Thanks;
import org.yiwang.trust.TrustProblem;

/** Where people served, and their helpers, leave a word of thanks and take it back: without an account, known by a receipt. */
@Component
public class WordBox {

    /** Without 0, O, 1 and I, which people mistake for each other. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int RECEIPT_LENGTH = 12;

    private final WordStore store;
    private final WordTries tries;
    private final WordNotices notices;
    private final Thanks served;
    private final Activities activities;
    private final Vault vault;
    private final Clock clock;

    WordBox(
            WordStore store,
            WordTries tries,
            WordNotices notices,
            Thanks served,
            Activities activities,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.notices = notices;
        this.served = served;
        this.activities = activities;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What the writer is asked about: the activity of the code that those served were given. Refuses as {@link Thanks#asked} does.
     */
    public Thanks.Asked asked(String code) {
        return served.asked(code);
    }

    /**
     * Leaves a word of thanks under the code that those served were given; the team has a look before anybody who served reads
     * it. The same form sent twice is one word of thanks. Refuses as {@link Thanks#asked} does, with {@code letter.words},
     * {@code letter.personal-data}, {@code letter.advertising} and {@code letter.too-many-today}.
     *
     * @param form by what the form is known that the words stood in
     * @param address network address of the writer; counted, not kept
     * @return the receipt by which the writer can take it back; nobody else knows it
     */
    @Transactional
    public String leave(String code, KindWord.Draft draft, String form, String address) {
        ActivityView activity = activities.get(known(code, address));
        KindWord.Draft said = WordText.checked(draft);
        tries.from(address);
        tries.about(activity.id());
        String receipt = receipt(code + "\n" + form + "\n" + said.words());
        KindWord word = KindWord.waiting(activity.id(), said, Origin.WRITTEN, clock.instant(), null);
        if (store.claim(digest(receipt), activity.id(), word.wordId())) {
            store.insert(word, activity);
            notices.waits(activity);
        }
        return receipt;
    }

    /**
     * Takes back what was left under a receipt: the words are deleted. Refuses with {@code letter.receipt-unknown}, and with
     * {@code letter.too-many-today} whoever tried too many that are none.
     */
    @Transactional
    public void takeBack(String receipt, String address) {
        tries.requireNotGuessing(address);
        Optional<KindWord> thanks = store.ofReceipt(digest(tidy(receipt)));
        if (thanks.isEmpty()) {
            tries.guessed(address);
        }
        store.withdraw(thanks.filter(t -> t.state() != State.WITHDRAWN)
                .orElseThrow(() -> new Refusal(LetterProblem.RECEIPT_UNKNOWN).at("receipt")));
    }

    private long known(String code, String address) {
        tries.requireNotGuessing(address);
        try {
            return served.activityOf(code);
        } catch (Refusal refusal) {
            if (refusal.problem() == TrustProblem.THANKS_UNKNOWN) {
                tries.guessed(address);
            }
            throw refusal;
        }
    }

    /** Small letters, full-width ones and blanks are no mistakes. */
    private static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Of the form and its words, by the city's key: who sends it again is told the same, and nobody can guess it. */
    private String receipt(String form) {
        byte[] digest = vault.digest("letter-receipt\n" + form);
        StringBuilder receipt = new StringBuilder(RECEIPT_LENGTH);
        for (int i = 0; i < RECEIPT_LENGTH; i++) {
            receipt.append(LETTERS.charAt((digest[i] & 0xFF) % LETTERS.length()));
        }
        return receipt.toString();
    }

    private byte[] digest(String receipt) {
        return vault.digest("letter-receipt-kept\n" + receipt);
    }
}
