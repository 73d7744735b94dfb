package org.yiwang.certificate;

import java.security.MessageDigest;
import java.text.Normalizer;

/** Compares a typed name with one that is kept. */
final class Names {

    private Names() {}

    /** Whether they are one name, whatever spaces, widths and kind of middle dot. Takes the same time wherever they differ. */
    static boolean same(String kept, String typed) {
        return MessageDigest.isEqual(bytes(kept), bytes(typed));
    }

    private static byte[] bytes(String name) {
        return Issuing.sha256(Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[•‧・．･.]", "·")
                .replaceAll("\\s+", "")
                .toLowerCase(java.util.Locale.ROOT));
    }
}
