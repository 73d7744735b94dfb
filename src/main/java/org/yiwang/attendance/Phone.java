package org.yiwang.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone tells when it checks somebody in or out. The position serves to compute the distance and is then
 * forgotten; the device's own random mark is kept as a digest.
 *
 * @param latitude degrees, null if the person did not share it
 * @param longitude degrees, null if the person did not share it
 * @param device the random mark that the browser or client keeps, null if it has none
 * @param statedAt when the phone says the check was made, for one that is sent later; null if it is sent at once
 */
public record Phone(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String device,
        @Nullable Instant statedAt) {

    /** Tells nothing. */
    public static final Phone SILENT = new Phone(null, null, null, null);
}
