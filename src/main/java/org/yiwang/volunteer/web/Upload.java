package org.yiwang.volunteer.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What came in a file field of a form. */
final class Upload {

    private Upload() {}

    /** Whether a file was chosen; browsers send an empty part without a name when none was. */
    static boolean chosen(@Nullable MultipartFile file) {
        return file != null
                && (!file.isEmpty()
                        || !String.valueOf(file.getOriginalFilename()).isEmpty());
    }

    /** Its bytes, at most one more than the most, which is enough to refuse it. */
    static byte[] bytes(MultipartFile file, int most) {
        try (var in = file.getInputStream()) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
