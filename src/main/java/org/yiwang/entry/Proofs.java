package org.yiwang.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.CleanPictures;

/** Scanned proofs: checked by content, kept sealed, looked at with a trace. */
@Component
public class Proofs {

    private final ProofStore store;
    private final PdfCheck pdfs;
    private final CleanPictures pictures;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    Proofs(ProofStore store, PdfCheck pdfs, CleanPictures pictures, AuditTrail audit, Rules rules, Clock clock) {
        this.store = store;
        this.pdfs = pdfs;
        this.pictures = pictures;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The file as it is kept: pictures drawn anew as JPEG, PDF only without anything that acts. Whatever its name says,
     * the content decides, and {@link EntryProblem} says what is wrong with it. Not within a transaction: it takes its time.
     */
    public ProofFile read(Actor actor, byte[] raw) {
        MakeupRule rule = rule();
        if (raw.length > rule.mostBytes()) {
            throw new Refusal(EntryProblem.PROOF_TOO_BIG, rule.mostMegabytes()).at("proof");
        }
        try {
            if (PdfCheck.looksLikePdf(raw)) {
                pdfs.require(raw, rule.mostPages());
                return new ProofFile("pdf", raw);
            }
            if (!CleanPictures.looksLikePicture(raw)) {
                throw new Refusal(EntryProblem.PROOF_KIND);
            }
            return new ProofFile("jpeg", pictures.clean(actor.accountId(), raw, rule.longestSide(), rule.mostBytes()));
        } catch (Refusal refusal) {
            throw refusal.at("proof");
        }
    }

    void keep(Actor actor, EntrySheet sheet, ProofFile file) {
        store.put(sheet, file, actor.accountId(), clock.instant(), keptUntil());
    }

    /** The last day on which a proof that is brought today is kept. */
    public LocalDate keptUntil() {
        return LocalDate.now(clock).plusDays(rule().keepDays());
    }

    ProofFile look(Actor actor, EntrySheet sheet) {
        ProofFile file =
                store.find(sheet.activityId(), sheet.id()).orElseThrow(() -> new Refusal(EntryProblem.PROOF_UNKNOWN));
        if (sheet.proofHash() != null) {
            store.looked(sheet, actor.accountId(), clock.instant());
        }
        audit.write(actor, "entry.look-at-proof", EntryDesk.subject(sheet), null, sheet.region());
        return file;
    }

    /**
     * Makes sure that whoever confirms or approves has seen the proof that is there: refuses with {@code
     * entry.proof-changed} if it is another one than was shown, or one was brought meanwhile, and with {@code
     * entry.proof-not-seen} if it was never opened.
     *
     * @param shown SHA-256 of the proof that was shown, null if none was
     */
    void requireSeen(Actor actor, EntrySheet sheet, @Nullable String shown) {
        if (!Objects.equals(sheet.proofHash(), shown)) {
            throw new Refusal(EntryProblem.PROOF_CHANGED);
        }
        requireLooked(actor, sheet);
    }

    /** The same where the proof can change no more. */
    void requireLooked(Actor actor, EntrySheet sheet) {
        if (sheet.proofHash() != null && !store.hasLooked(sheet, actor.accountId())) {
            throw new Refusal(EntryProblem.PROOF_NOT_SEEN);
        }
    }

    private MakeupRule rule() {
        return rules.current(MakeupRule.KEY, MakeupRule.class).value();
    }
}
