package org.yiwang.certificate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.certificate.CertificateContent;
import org.yiwang.certificate.Certificates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.record.Sealing;

/** The proofs of a certificate against its head, in the order of the log; the signed head is at {@code /log/heads}. */
record ProofsJson(String number, CertificateContent.@Nullable Log log, List<ProofJson> items) {

    static ProofsJson of(Certificates certificates, Actor actor, String number) {
        return new ProofsJson(
                number,
                certificates.get(actor, number).content().log(),
                certificates.proofs(actor, number).entrySet().stream()
                        .map(e -> ProofJson.of(e.getKey(), e.getValue()))
                        .toList());
    }

    /** An inclusion proof of one service, hashes in hexadecimal. */
    record ProofJson(String record, String content, long leaf, String leafHash, List<String> path) {

        private static ProofJson of(long recordId, Sealing.Sealed proof) {
            return new ProofJson(
                    Ids.text(recordId),
                    proof.content(),
                    proof.inclusion().index(),
                    proof.inclusion().leaf().toString(),
                    proof.inclusion().path().stream().map(Object::toString).toList());
        }
    }
}
