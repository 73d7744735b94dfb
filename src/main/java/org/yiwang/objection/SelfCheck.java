package org.yiwang.objection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.MobileNumber;
import org.yiwang.kernel.Refusal;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.platform.Vault;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.DocumentLookUp;
import org.yiwang.volunteer.VolunteerView;

/**
 * "Was I registered?" without an account (domain C3, C4). By document and a mobile number, which need not be the one that
 * is registered: somebody may have registered the person with a number of their own. So it shows counts and organizers
 * and nothing else, and "that was not me" freezes the records but wipes nothing: an office decides after it has seen the
 * document, and whoever is registered is told and can answer.
 */
@Component
public class SelfCheck {

    private static final String PURPOSE = "self-check";
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseFiles files;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Receipts receipts;
    private final Tries tries;
    private final DocumentLookUp documents;
    private final Accounts accounts;
    private final Vault vault;

    /** A scandal sends everybody here at once: what was found is found again without the database. */
    private final Cache<Long, Found> memory = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    SelfCheck(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseFiles files,
            CaseRecords records,
            CaseNotices notices,
            Receipts receipts,
            Tries tries,
            DocumentLookUp documents,
            Accounts accounts,
            Vault vault) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.files = files;
        this.records = records;
        this.notices = notices;
        this.receipts = receipts;
        this.tries = tries;
        this.documents = documents;
        this.accounts = accounts;
        this.vault = vault;
    }

    /**
     * Sends a code to the number. Never looks whether the document is known, so the answer cannot tell. Refuses with
     * {@code case.too-often}, {@code case.document-odd} and what speaks against the number.
     */
    public void sendCode(String documentType, String documentNumber, String mobile, String clientAddress) {
        requireNumber(documentType, documentNumber);
        tries.check(clientAddress);
        accounts.sendCode(mobile, PURPOSE, clientAddress);
    }

    /**
     * With the code: what is on record with the document. Refuses with {@code case.too-often} and a wrong code.
     *
     * @return what is found, nothing at all included, with a ticket to say "that was not me"
     */
    public Look look(String documentType, String documentNumber, String mobile, String code, String clientAddress) {
        requireNumber(documentType, documentNumber);
        tries.check(clientAddress);
        accounts.checkCode(mobile, PURPOSE, code);
        String number = MobileNumber.read(mobile).orElseThrow().digits();
        tries.checked(number);
        return new Look(
                documents.find(documentType, documentNumber).map(this::found).orElse(Found.NOTHING),
                ticket(documentType, documentNumber, number));
    }

    /**
     * "That was not me": opens a case about all records of the document, once per document until decided, and freezes them;
     * not again once an office has found with the document in its hand that the records are the person's own. Refuses with
     * {@code case.look-expired}, {@code case.nothing-to-disown} or {@code case.not-me-open}.
     *
     * @param words what the person adds, may be blank
     * @return the receipt number by which the answer is looked up
     */
    @Transactional
    public String notMe(String ticket, String words) {
        Claim claim = open(ticket);
        String receipt = receipts.of("not-me " + ticket);
        if (lists.findByReceipt(receipts.digest(receipt)).isPresent()) {
            return receipt;
        }
        VolunteerView person =
                documents.find(claim.type, claim.number).orElseThrow(() -> new Refusal(CaseProblem.NOTHING_TO_DISOWN));
        List<RecordKey> keys =
                records.ofVolunteer(person.id()).stream().map(CaseRecords::key).toList();
        if (keys.isEmpty()) {
            throw new Refusal(CaseProblem.NOTHING_TO_DISOWN);
        }
        NewCase it = new NewCase(
                Complaint.NOT_ME,
                Words.optional(words, "words"),
                new NewCase.Subject(person.id(), null, null, "", null),
                files.officeOf(person),
                null,
                reporter(person, claim),
                new NewCase.Outsider(
                        receipts.digest(receipt),
                        vault.seal(claim.mobile),
                        documents.digest(claim.type, claim.number)));
        long id = store.open(it, terms.fromToday()).orElseThrow(() -> new Refusal(CaseProblem.NOT_ME_OPEN));
        steps.add(id, files.step(What.OPENED, Side.OUTSIDER, 0, null));
        boolean again = lists.wasKept(documents.digest(claim.type, claim.number));
        if (again) {
            store.addRecords(id, keys, false);
        } else {
            records.freeze(id, keys, terms.because(0, "record.why.not-me"));
            steps.add(id, files.step(What.FROZEN, Side.PROGRAM, 0, null).by(terms.rule()));
        }
        CaseView view = lists.find(id).orElseThrow();
        notices.opened(view);
        notices.disowned(view, !again);
        memory.invalidate(person.id());
        return receipt;
    }

    /** The account if it is the one that is registered, whose number was proved with the code; 0 for anybody else. */
    private long reporter(VolunteerView person, Claim claim) {
        return accounts.findByMobile(claim.mobile)
                .map(AccountView::id)
                .filter(person::concerns)
                .orElse(0L);
    }

    private Found found(VolunteerView person) {
        return Objects.requireNonNull(memory.get(person.id(), this::count));
    }

    private Found count(long volunteerId) {
        List<RecordView> live = records.ofVolunteer(volunteerId);
        return new Found(
                true,
                live.size(),
                live.stream()
                        .map(RecordView::organizationName)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void requireNumber(String type, String number) {
        if (documents.claim(type, number).isEmpty()) {
            throw new Refusal(CaseProblem.DOCUMENT_ODD).at("documentNumber");
        }
    }

    private String ticket(String type, String number, String mobile) {
        long until = terms.now().plus(GOOD_FOR).getEpochSecond();
        byte[] sealed = vault.seal(String.join("\n", PURPOSE, String.valueOf(until), mobile, type, number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private Claim open(String ticket) {
        String[] parts = unseal(ticket).map(text -> text.split("\n", 5)).orElse(new String[0]);
        if (parts.length != 5
                || !parts[0].equals(PURPOSE)
                || Long.parseLong(parts[1]) < terms.now().getEpochSecond()) {
            throw new Refusal(CaseProblem.LOOK_EXPIRED);
        }
        return new Claim(parts[3], parts[4], parts[2]);
    }

    private Optional<String> unseal(String ticket) {
        try {
            return Optional.of(vault.open(Base64.getUrlDecoder().decode(ticket)));
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    private record Claim(String type, String number, String mobile) {}

    /**
     * An answer.
     *
     * @param found what is on record
     * @param ticket proves the code for half an hour
     */
    public record Look(Found found, String ticket) {}

    /**
     * What is on record with a document: counts and organizers, for whoever asks need not be the person. Nothing in it names or
     * describes the person, or says when and how long anybody served.
     *
     * @param registered whether a volunteer is registered with it
     * @param records how many records count or may come to count
     * @param organizers who recorded them
     */
    public record Found(boolean registered, int records, List<String> organizers) {

        /** Nothing. */
        public static final Found NOTHING = new Found(false, 0, List.of());
    }
}
