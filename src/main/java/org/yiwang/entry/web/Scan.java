package org.yiwang.entry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.entry.ProofFile;

/** A scanned proof on its way in and out. */
final class Scan {

    /** More than any rule allows; what is larger is refused as too big without reading it to its end. */
    private static final int MOST_BYTES = 24 * 1024 * 1024;

    private Scan() {}

    /** The bytes of a file field, none if no file was chosen. */
    static byte[] bytes(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return new byte[0];
        }
        try (var in = file.getInputStream()) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures, which were drawn anew, are shown; a PDF is only handed over. Neither is kept or guessed at by the browser. */
    static ResponseEntity<byte[]> answer(ProofFile file) {
        boolean pdf = file.format().equals("pdf");
        ContentDisposition how = pdf
                ? ContentDisposition.attachment().filename("proof.pdf").build()
                : ContentDisposition.inline().filename("proof.jpg").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
