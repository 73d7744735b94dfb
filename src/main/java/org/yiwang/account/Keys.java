package org.yiwang.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.platform.Vault;

/**
 * The keys that seal personal data, in the form {@code seal.1=<base64 of 16 bytes>} (one per key number; the highest
 * seals, the older ones still open) and {@code digest=<base64 of 32 bytes>}, one a line or separated by commas. The
 * same text stands in the key file and in the environment variable {@code YIWANG_KEYS}.
 */
final class Keys {

    /** In place of keys: make some that nobody will ever know; for tests. */
    static final String THROW_AWAY = "throw-away";

    private static final Logger log = LoggerFactory.getLogger(Keys.class);

    private Keys() {}

    /**
     * The vault of this installation.
     *
     * @param given the keys themselves, blank if a file holds them
     * @param file the file
     * @param mayMake whether a missing file is written (demo, first start); otherwise the start is refused
     */
    static Vault vault(String given, Path file, boolean mayMake) {
        if (given.strip().equals(THROW_AWAY)) {
            return parse(make());
        }
        if (!given.isBlank()) {
            return parse(given);
        }
        try {
            if (Files.exists(file)) {
                return parse(Files.readString(file));
            }
            if (!mayMake) {
                throw new KeysMissing(
                        "No keys for personal data: set YIWANG_KEYS or point yiwang.key-file to the key file"
                                + " (looked for " + file.toAbsolutePath().normalize() + ").");
            }
            return parse(write(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String text = make();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
        log.info(
                "New keys for personal data written to {}; without this file the data cannot be read: back it up.",
                file);
        return text;
    }

    private static String make() {
        SecureRandom random = new SecureRandom();
        byte[] seal = new byte[16];
        byte[] digest = new byte[32];
        random.nextBytes(seal);
        random.nextBytes(digest);
        Base64.Encoder base64 = Base64.getEncoder();
        return "seal.1=" + base64.encodeToString(seal) + "\ndigest=" + base64.encodeToString(digest) + "\n";
    }

    /** Reads the keys; the start is refused when they are not in this form. */
    static Vault parse(String text) {
        Map<Byte, byte[]> seals = new HashMap<>();
        byte @Nullable [] digest = null;
        try {
            for (String line : text.split("[\\r\\n,]")) {
                String entry = line.strip();
                int equals = entry.indexOf('=');
                if (entry.isEmpty() || entry.startsWith("#")) {
                    continue;
                }
                byte[] key =
                        Base64.getDecoder().decode(entry.substring(equals + 1).strip());
                String name = entry.substring(0, equals).strip();
                if (name.equals("digest")) {
                    digest = key;
                } else {
                    seals.put(Byte.valueOf(name.replaceFirst("^seal\\.", "")), key);
                }
            }
            if (digest == null || seals.isEmpty()) {
                throw new IllegalArgumentException("seal.1 and digest are needed");
            }
            return new Vault(Collections.max(seals.keySet()), seals, digest);
        } catch (RuntimeException e) {
            throw new KeysMissing(
                    "The keys for personal data are not in the form seal.<number>=<base64>, digest=<base64>.");
        }
    }
}
