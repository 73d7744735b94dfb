package org.yiwang.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is kept.
 *
 * @param volunteerId whose
 * @param content what stands in it
 * @param hash SHA-256 of the content, in hexadecimal
 * @param code the text of its QR code: what is signed, with the signature
 * @param address the address in its QR code: the offline check, with the text behind the #
 * @param voidSince since when it does not count any more, null while it does
 * @param voidByOwner whether its owner declared it void; otherwise because a record in it was replaced or void
 * @param reviewSince since when an office looks into a record of it, which does not count meanwhile; null if none does, or if
 *     it is void
 * @param movedTo which platform certifies hours in it now, because the person moved there; null if none does. It stays true as
 *     of its day
 */
public record Certificate(
        long volunteerId,
        CertificateContent content,
        String hash,
        String code,
        String address,
        @Nullable Instant voidSince,
        boolean voidByOwner,
        @Nullable Instant reviewSince,
        @Nullable MovedTo movedTo) {}
