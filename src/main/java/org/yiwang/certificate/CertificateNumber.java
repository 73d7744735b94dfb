package org.yiwang.certificate;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a certificate: {@code YW}, the day, eight random characters and a check character, so that nobody guesses
 * one from another and a slip of the hand is noticed.
 */
final class CertificateNumber {

    /** Without letters that look like digits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String CHECKS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("YW[0-9]{6}[0-9A-HJKMNP-TV-Z]{8}[0-9A-Z]");
    private static final int RANDOM = 8;
    private static final int MODULUS = 36;

    private static final SecureRandom CHANCE = new SecureRandom();

    private CertificateNumber() {}

    static String make(LocalDate day) {
        StringBuilder number = new StringBuilder("YW")
                .append(DateTimeFormatter.ofPattern("yyMMdd").format(day));
        for (int i = 0; i < RANDOM; i++) {
            number.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return number.append(check(number)).toString();
    }

    /** What was typed, in the form in which numbers are kept: no spaces or hyphens, capital letters, plain digits. */
    static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-‐‑–—]", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isOne(String number) {
        return SHAPE.matcher(number).matches()
                && number.charAt(number.length() - 1) == check(number.substring(0, number.length() - 1));
    }

    /** ISO 7064 mod 37,36: finds every single wrong character and every two that changed places. */
    private static char check(CharSequence body) {
        int product = MODULUS;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + CHECKS.indexOf(body.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return CHECKS.charAt((MODULUS + 1 - product) % MODULUS);
    }
}
