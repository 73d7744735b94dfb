package org.yiwang.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Checked.LogState;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Head;
import org.yiwang.seal.Proofs;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;

/**
 * The public check (Order 67 art. 17, domain F13): whoever has the number and the name learns whether the certificate counts
 * and what stands in it. A wrong name and a number that does not exist are answered alike.
 */
@Component
public class CertificateCheck {

    private static final String NOBODY = "-";

    private final CertificateStore store;
    private final Issuing issuing;
    private final Checks checks;
    private final SealedLog log;

    CertificateCheck(CertificateStore store, Issuing issuing, Checks checks, SealedLog log) {
        this.store = store;
        this.issuing = issuing;
        this.checks = checks;
        this.log = log;
    }

    /**
     * The certificate of that number and name, none if there is none.
     *
     * @param address where the question comes from; refuses with {@code certificate.too-many-checks}, and with
     *     {@code certificate.altered} a certificate whose stored bytes are not those that were signed
     */
    public Optional<Checked> check(String number, String name, String address) {
        String tidy = CertificateNumber.tidy(number);
        // A number that cannot be one costs no question to the database; it is counted all the same.
        Optional<Checked> found =
                checks.answer(tidy, address, n -> CertificateNumber.isOne(n) ? look(n) : Optional.empty());
        boolean same = Names.same(found.map(c -> c.content().person().name()).orElse(NOBODY), name);
        if (same && found.isPresent() && !found.get().asSigned()) {
            throw new Refusal(CertificateProblem.ALTERED);
        }
        return same ? found : Optional.empty();
    }

    private Optional<Checked> look(String number) {
        return store.find(number).map(row -> {
            Certificate certificate = issuing.view(row);
            return new Checked(
                    certificate.content().brief(),
                    certificate.hash(),
                    certificate.voidSince(),
                    certificate.reviewSince(),
                    certificate.movedTo(),
                    log(certificate.content()),
                    isAsSigned(row, certificate.content()));
        });
    }

    /** Whether what is stored is what was signed: the text by its hash, the code by the text, the signature by the code. */
    private boolean isAsSigned(CertificateStore.Row row, CertificateContent content) {
        return Arrays.equals(Issuing.sha256(row.json()), row.hash())
                && Arrays.equals(SignedCode.payload(content, row.hash()), row.payload())
                && log.keys().stream()
                        .filter(key -> key.id().equals(row.keyId()))
                        .anyMatch(key ->
                                Signatures.verifiesPlain(key, SignedCode.PURPOSE, row.payload(), row.signature()));
    }

    private LogState log(CertificateContent content) {
        CertificateContent.Log then = content.log();
        long size = log.size();
        if (then == null) {
            return LogState.NONE;
        }
        try {
            SealedLog.Consistency proof =
                    log.consistency(then.size(), log.head().map(Head::size).orElse(0L));
            Hash root = Hash.parse(then.root());
            boolean grew = size >= then.size()
                    && proof.earlier().root().equals(root)
                    && (proof.later().size() == then.size()
                            || Proofs.consistent(
                                    then.size(),
                                    root,
                                    proof.later().size(),
                                    proof.later().root(),
                                    proof.proof()));
            return grew ? LogState.AGREES : LogState.DISAGREES;
        } catch (Refusal _) {
            return LogState.DISAGREES;
        }
    }
}
