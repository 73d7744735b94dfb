package org.yiwang.paper;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.entry.ProofFile;
import org.yiwang.entry.Proofs;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.paper.ImportView.State;

/** Scans of the signed sheets: an import rests on one, and the second person looks at it before confirming (domain F2). */
@Component
public class SheetScans {

    private final ImportStore imports;
    private final ScanStore store;
    private final Proofs proofs;
    private final AuditTrail audit;
    private final Clock clock;

    SheetScans(ImportStore imports, ScanStore store, Proofs proofs, AuditTrail audit, Clock clock) {
        this.imports = imports;
        this.store = store;
        this.proofs = proofs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The scan as it is kept: PDF, JPEG or PNG of at most 10 MB by its content; refuses as {@link Proofs#read} does. Not
     * within a transaction: it takes its time.
     */
    public ProofFile read(Actor actor, byte[] raw) {
        try {
            return proofs.read(actor, raw);
        } catch (Refusal refusal) {
            throw refusal.at("scan");
        }
    }

    /**
     * Adds the scan to an import that nobody decided about, or replaces it; only by the one who brought it. Refuses with
     * {@code paper.not-waiting}.
     */
    @Transactional
    public void attach(Actor actor, long importId, ProofFile scan) {
        require(actor, importId);
        ImportView view = imports.lock(importId).orElseThrow();
        boolean open = view.state() == State.OPEN || view.state() == State.WAITING;
        if (view.madeBy() != actor.accountId() || !open) {
            throw new Refusal(PaperProblem.NOT_WAITING);
        }
        store.put(importId, scan, actor.accountId(), clock.instant(), proofs.keptUntil());
        audit.write(actor, "paper.scan", subject(importId), null, new RegionCode(view.region()));
    }

    /** The scan, for people within reach; noted in the trail. Refuses with {@code paper.scan-unknown}. */
    @Transactional
    public ProofFile look(Actor actor, long importId) {
        ImportView view = require(actor, importId);
        ProofFile scan = store.find(importId).orElseThrow(() -> new Refusal(PaperProblem.SCAN_UNKNOWN));
        // The fingerprint as it was read before the file: of one that was exchanged between, nobody is said to have
        // seen it.
        if (view.scanHash() != null) {
            store.looked(importId, view.scanHash(), actor.accountId(), clock.instant());
        }
        audit.write(actor, "paper.look-at-scan", subject(importId), null, new RegionCode(view.region()));
        return scan;
    }

    /**
     * Makes sure that whoever confirms has seen the scan that is there: refuses with {@code paper.scan-needed} if there is
     * none, with {@code paper.scan-changed} if it is another one than was shown, with {@code paper.scan-not-seen} if it was
     * never opened.
     *
     * @param shown SHA-256 of the scan that was shown, null if none was
     */
    void requireSeen(Actor actor, ImportView view, @Nullable String shown) {
        String hash = view.scanHash();
        if (hash == null) {
            throw new Refusal(PaperProblem.SCAN_NEEDED);
        }
        if (!hash.equals(shown)) {
            throw new Refusal(PaperProblem.SCAN_CHANGED);
        }
        if (!store.hasLooked(view.id(), hash, actor.accountId())) {
            throw new Refusal(PaperProblem.SCAN_NOT_SEEN);
        }
    }

    /** Deletes those whose time is over; run daily. */
    void forget() {
        store.deleteDue(LocalDate.now(clock));
    }

    private ImportView require(Actor actor, long importId) {
        ImportView view = imports.find(importId).orElseThrow(() -> new Refusal(PaperProblem.UNKNOWN));
        actor.require(Permission.RECORD_ENTER, new RegionCode(view.region()), view.ancestors());
        return view;
    }

    private static String subject(long importId) {
        return "import:" + Ids.text(importId);
    }
}
