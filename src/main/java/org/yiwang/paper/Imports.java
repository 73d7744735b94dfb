package org.yiwang.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.entry.EntryGate;
import org.yiwang.entry.SecondPerson;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.ImportStore.Source;
import org.yiwang.paper.ImportView.Kind;
import org.yiwang.paper.ImportView.State;
import org.yiwang.paper.TableFile.Format;
import org.yiwang.rules.Rules;

/**
 * Records from files (domain F2, MZ/T 067 4): one person brings a file, another confirms it, who sees the scan of the
 * signed sheets ({@link SheetScans}), the program takes its lines in the background, and lines that cannot be taken come back in a file of the same kind with the reason in the line. What
 * was taken once is not taken again, so that a mended file can be brought whole.
 */
@Component
public class Imports {

    private static final int READ_AT_ONCE = 2_000;
    private static final int PAGE = 50;
    private static final int LONGEST_NAME = 100;

    /** A file is held in memory while it is read. */
    private static final int FILES_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 10;

    /** Characters of all lines together: 200,000 lines have some twenty million. */
    private static final long MOST_CHARACTERS = 60_000_000;

    private final ImportStore store;
    private final LineStore lines;
    private final Staging staging;
    private final Misses misses;
    private final Headings headings;
    private final SheetScans scans;
    private final EntryGate gate;
    private final SecondPerson secondPerson;
    private final Organizations organizations;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore free = new Semaphore(FILES_AT_ONCE, true);

    Imports(
            ImportStore store,
            LineStore lines,
            Staging staging,
            Misses misses,
            Headings headings,
            SheetScans scans,
            EntryGate gate,
            SecondPerson secondPerson,
            Organizations organizations,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.staging = staging;
        this.misses = misses;
        this.headings = headings;
        this.scans = scans;
        this.gate = gate;
        this.secondPerson = secondPerson;
        this.organizations = organizations;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads a file and lays its lines down for a second person. The same file sent twice by the same person while it waits
     * is the same import. Refuses what is no such file with a {@link PaperProblem}; a line that cannot be read is no reason
     * to refuse the file. Few files at a time, each read before anything is written: it takes its time. Refuses with {@code
     * paper.busy}, and with {@code paper.too-many-misses} who tries out numbers of documents.
     *
     * @param organizationId whose activities its lines are about, or those of bodies below
     * @param name the file's name, for people
     * @param file its bytes, at most 25 MB
     */
    public ImportView receive(Actor actor, long organizationId, String name, byte[] file) {
        OrganizationView organization = gate.require(actor, organizationId);
        Format format = TableFile.formatOf(file);
        byte[] hash = SourceIds.sha256(file);
        var before = store.findWaiting(organizationId, actor.accountId(), hash);
        if (before.isPresent()) {
            return before.get();
        }
        waitForTurn();
        try {
            Laying laying = read(actor, organizationId, format, file);
            Source source = new Source(Kind.FILE, null, tidy(name), format, hash);
            long id = Ids.next();
            transaction.executeWithoutResult(_ -> layDown(actor, organization, id, source, laying));
            return store.find(id).orElseThrow();
        } finally {
            free.release();
        }
    }

    private void waitForTurn() {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(PaperProblem.BUSY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(PaperProblem.BUSY);
        }
    }

    private Laying read(Actor actor, long organizationId, Format format, byte[] file) {
        Laying laying = new Laying(actor, organizationId);
        LineReader reader = new LineReader(
                headings, rules.current(PaperRule.KEY, PaperRule.class).value().mostLines(), laying::line);
        TableFile.read(format, file, reader);
        reader.count();
        laying.look();
        return laying;
    }

    private void layDown(Actor actor, OrganizationView organization, long id, Source source, Laying laying) {
        store.insert(id, organization, source, State.WAITING, actor.accountId(), clock.instant());
        int count = 0;
        for (List<Staged> batch : laying.read) {
            lines.insert(id, batch);
            count += batch.size();
        }
        store.came(id, count, laying.refused, laying.minutes);
        audit.write(actor, "paper.receive", subject(id), source.name(), organization.region());
        tellOthers(actor, organization, id);
    }

    /** The file's name without a path and without what no name has. */
    private static String tidy(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
        int length = last.codePointCount(0, last.length());
        return last.isEmpty()
                ? "import"
                : last.substring(0, last.offsetByCodePoints(0, Math.min(length, LONGEST_NAME)));
    }

    private void tellOthers(Actor actor, OrganizationView organization, long id) {
        List<Long> others = organizations.leaders(organization.id()).stream()
                .filter(account -> account != actor.accountId())
                .toList();
        notifications.tell(
                others,
                new Notice(
                        "notice.paper.to-confirm",
                        List.of(organization.name()),
                        "/desk/imports/" + Ids.text(id),
                        false));
    }

    /** Imports within reach, the latest first. */
    @Transactional(readOnly = true)
    public Slice<ImportView> list(Actor actor, int page) {
        int number = Slice.page(page);
        return Slice.cut(store.list(actor.reach(Permission.RECORD_ENTER), (number - 1) * PAGE, PAGE + 1), number, PAGE);
    }

    /** How many imports wait for this person as the second one. */
    @Transactional(readOnly = true)
    public int countToConfirm(Actor actor) {
        return store.countWaiting(actor.reach(Permission.RECORD_ENTER), actor.accountId());
    }

    /** The statement; refuses with {@code paper.unknown} or {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public ImportView get(Actor actor, long id) {
        ImportView view = store.find(id).orElseThrow(() -> new Refusal(PaperProblem.UNKNOWN));
        actor.require(Permission.RECORD_ENTER, new RegionCode(view.region()), view.ancestors());
        return view;
    }

    /** Its lines, those refused first, with full names: noted in the trail. */
    @Transactional
    public Slice<ImportLine> lines(Actor actor, long id, int page) {
        ImportView view = get(actor, id);
        int number = Slice.page(page);
        List<ImportLine> found = lines.list(id, view.refused(), (number - 1) * PAGE, PAGE + 1);
        audit.lookAtList(actor, subject(id) + " lines", found.size(), new RegionCode(view.region()));
        return Slice.cut(found, number, PAGE);
    }

    /** Closes what was typed from sheets, so that a second person can look at it; only by the one who typed it, with a scan. */
    @Transactional
    public void handIn(Actor actor, long id) {
        ImportView view = lock(actor, id);
        if (view.madeBy() != actor.accountId() || view.state() != State.OPEN) {
            throw new Refusal(PaperProblem.NOT_WAITING);
        }
        requireScan(view);
        store.move(id, State.OPEN, State.WAITING);
        tellOthers(actor, organizations.get(view.organizationId()), id);
    }

    /**
     * Says as the second person, who has looked at the scan, that the lines may be recorded; they are then, in the
     * background. Refuses with {@code paper.not-waiting}, {@code paper.nothing-to-take}, {@code paper.scan-needed}, {@code
     * paper.scan-changed}, {@code paper.scan-not-seen}, and as {@link SecondPerson} does.
     *
     * @param scanHash SHA-256 of the scan that was shown ({@link ImportView#scanHash})
     */
    @Transactional
    public void confirm(Actor actor, long id, @Nullable String scanHash) {
        ImportView view = lock(actor, id);
        if (view.state() != State.WAITING) {
            throw new Refusal(PaperProblem.NOT_WAITING);
        }
        requireSecond(actor, view);
        if (view.left() == 0) {
            throw new Refusal(PaperProblem.NOTHING_TO_TAKE);
        }
        scans.requireSeen(actor, view, scanHash);
        gate.require(actor, view.organizationId());
        store.decide(id, State.RUNNING, actor.accountId(), clock.instant(), null);
        audit.write(actor, "paper.confirm", subject(id), view.fileName(), new RegionCode(view.region()));
    }

    /** Says as the second person that the lines may not be recorded, and why. */
    @Transactional
    public void turnDown(Actor actor, long id, String why) {
        ImportView view = lock(actor, id);
        if (view.state() != State.WAITING) {
            throw new Refusal(PaperProblem.NOT_WAITING);
        }
        requireSecond(actor, view);
        store.decide(id, State.TURNED_DOWN, actor.accountId(), clock.instant(), why);
        audit.write(actor, "paper.turn-down", subject(id), why, new RegionCode(view.region()));
        notifications.tell(
                view.madeBy(),
                new Notice(
                        "notice.paper.turned-down",
                        List.of(view.fileName(), why),
                        "/desk/imports/" + Ids.text(id),
                        false));
    }

    /** Takes an import back before it is confirmed; only by the one who brought it. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        ImportView view = lock(actor, id);
        boolean open = view.state() == State.OPEN || view.state() == State.WAITING;
        if (view.madeBy() != actor.accountId() || !open) {
            throw new Refusal(PaperProblem.NOT_WAITING);
        }
        store.move(id, view.state(), State.WITHDRAWN);
        audit.write(actor, "paper.withdraw", subject(id), null, new RegionCode(view.region()));
    }

    private static void requireScan(ImportView view) {
        if (view.scan() == null) {
            throw new Refusal(PaperProblem.SCAN_NEEDED).at("scan");
        }
    }

    private void requireSecond(Actor actor, ImportView view) {
        if (view.madeBy() == actor.accountId()) {
            throw new Refusal(PaperProblem.SAME_PERSON);
        }
        secondPerson.require(view.madeBy(), actor, view.organizationId());
    }

    private ImportView lock(Actor actor, long id) {
        get(actor, id);
        return store.lock(id).orElseThrow(() -> new Refusal(PaperProblem.UNKNOWN));
    }

    private static String subject(long id) {
        return "import:" + Ids.text(id);
    }

    /** Looks at lines as they come, some thousand at once. */
    private final class Laying {

        private final Actor actor;
        private final long organizationId;
        private final List<List<Staged>> read = new ArrayList<>();
        private long characters;
        private final List<Line> some = new ArrayList<>(READ_AT_ONCE);
        private int refused;
        private long minutes;

        Laying(Actor actor, long organizationId) {
            this.actor = actor;
            this.organizationId = organizationId;
        }

        void line(Line line) {
            characters += line.length();
            if (characters > MOST_CHARACTERS) {
                throw new Refusal(PaperProblem.SWOLLEN);
            }
            some.add(line);
            if (some.size() == READ_AT_ONCE) {
                look();
            }
        }

        void look() {
            List<Staged> staged = staging.read(some, organizationId);
            misses.count(actor, some, staged);
            read.add(staged);
            for (Staged one : staged) {
                if (one.fault() != null) {
                    refused++;
                } else if (one.span() != null) {
                    minutes += one.span().minutes();
                }
            }
            some.clear();
        }
    }
}
