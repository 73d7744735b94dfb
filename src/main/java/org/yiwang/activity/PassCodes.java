package org.yiwang.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/** Pass-codes of activities: short enough to be guessed from a digest, so they are sealed. */
@Component
class PassCodes {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,6}");

    private final Vault vault;

    PassCodes(Vault vault) {
        this.vault = vault;
    }

    /** Sealed; null for none. Refuses with {@code activity.pass-code-form}. */
    byte @Nullable [] seal(@Nullable String passCode) {
        if (passCode == null || passCode.isBlank()) {
            return null;
        }
        String code = plain(passCode);
        if (!FORM.matcher(code).matches()) {
            throw new Refusal(ActivityProblem.PASS_CODE_FORM).at("passCode");
        }
        return vault.seal(code);
    }

    boolean fits(byte @Nullable [] sealed, String passCode) {
        return sealed != null
                && MessageDigest.isEqual(
                        vault.open(sealed).getBytes(StandardCharsets.UTF_8),
                        plain(passCode).getBytes(StandardCharsets.UTF_8));
    }

    /** For the organizer, who has to tell it to people. */
    @Nullable
    String open(byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(sealed);
    }

    private static String plain(String passCode) {
        return Bigrams.plain(passCode).toUpperCase(java.util.Locale.ROOT);
    }
}
