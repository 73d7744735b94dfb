package org.yiwang.seal.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Head;
import org.yiwang.seal.PublicKey;
import org.yiwang.seal.SealProblem;
import org.yiwang.seal.SealedLog;
import org.yiwang.web.Access;

/** The sealed log over the API, for anybody: heads to keep, proofs to check, keys to check them with. */
@RestController
@RequestMapping("/api/v1/log")
@Tag(name = "log", description = "The sealed log of service records: signed heads, inclusion and consistency proofs")
class LogApi {

    private static final int MOST_HEADS = 100;

    private final SealedLog log;

    LogApi(SealedLog log) {
        this.log = log;
    }

    @GetMapping("/head")
    @Access(ANYONE)
    @Operation(summary = "The newest signed head")
    HeadJson head() {
        return log.head().map(HeadJson::of).orElseThrow(() -> new Refusal(SealProblem.UNKNOWN_HEAD));
    }

    @GetMapping("/heads")
    @Access(ANYONE)
    @Operation(summary = "Signed heads with fewer leaves than `before`, newest first, at most 100")
    List<HeadJson> heads(@RequestParam(required = false) @Nullable Long before) {
        return log.headsBefore(before == null ? Long.MAX_VALUE : before, MOST_HEADS).stream()
                .map(HeadJson::of)
                .toList();
    }

    @GetMapping("/inclusion")
    @Access(ANYONE)
    @Operation(summary = "Proves that a leaf stands in the log at a published head (RFC 9162 section 2.1.3)")
    InclusionJson inclusion(@RequestParam long leaf, @RequestParam long size) {
        SealedLog.Inclusion proof = log.inclusion(leaf, size);
        return new InclusionJson(
                proof.leaf().toString(), proof.index(), texts(proof.path()), HeadJson.of(proof.head()));
    }

    @GetMapping("/consistency")
    @Access(ANYONE)
    @Operation(summary = "Proves that one published head is the beginning of another (RFC 9162 section 2.1.4)")
    ConsistencyJson consistency(@RequestParam long before, @RequestParam long size) {
        SealedLog.Consistency proof = log.consistency(before, size);
        return new ConsistencyJson(HeadJson.of(proof.earlier()), HeadJson.of(proof.later()), texts(proof.proof()));
    }

    @GetMapping("/keys")
    @Access(ANYONE)
    @Operation(summary = "The public keys that signed heads, oldest first")
    List<KeyJson> keys() {
        return log.keys().stream().map(KeyJson::of).toList();
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }

    /**
     * A head. Signed are the UTF-8 bytes of five lines: {@code yiwang log v1}, origin, size, root, milliseconds of the
     * moment since 1970, each ended by a line feed.
     */
    record HeadJson(String origin, long size, String root, Instant at, long atMillis, String keyId, String signature) {

        static HeadJson of(Head head) {
            return new HeadJson(
                    head.origin(),
                    head.size(),
                    head.root().toString(),
                    head.at(),
                    head.at().toEpochMilli(),
                    head.keyId(),
                    Base64.getEncoder().encodeToString(head.signature()));
        }
    }

    /** A key as PEM. */
    record KeyJson(String keyId, String algorithm, String publicKey) {

        static KeyJson of(PublicKey key) {
            return new KeyJson(key.id(), key.algorithm().name(), key.pem());
        }
    }

    /** An inclusion proof, hashes in hexadecimal. */
    record InclusionJson(String leafHash, long leaf, List<String> path, HeadJson head) {}

    /** A consistency proof, hashes in hexadecimal. */
    record ConsistencyJson(HeadJson earlier, HeadJson later, List<String> proof) {}
}
