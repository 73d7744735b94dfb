package org.yiwang.volunteer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yiwang.kernel.Refusal;

/**
 * A file told by its content, reduced to what is needed to see the picture: no remarks, no trailer, no compressed texts
 * that could swell. Nothing is decoded here.
 *
 * @param format {@code jpeg} or {@code png}
 * @param bytes the picture alone
 * @param orientation how the camera was held, 1 to 8 as Exif says; 1 if it does not
 */
record PictureFile(String format, byte[] bytes, int orientation) {

    /** Cameras and programs write one scan, or ten for a picture that grows sharper; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 20;

    /** Width times height of a picture that grows sharper: it is held in memory whole while it is decoded. */
    private static final long MOST_PROGRESSIVE_PIXELS = 25_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> NEEDED_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final List<String> HIDDEN = List.of("<script", "<!doctype", "<html", "<?php", "%pdf-");
    private static final List<String> HIDDEN_BEHIND = List.of("PK\3\4", "Rar!", "7z\u00bc\u00af", "MZ", "\u007fELF");

    /** Reads a file; refuses what is neither JPEG nor PNG, what is cut off, and what is something else as well. */
    static PictureFile read(byte[] raw) {
        try {
            if (raw.length > 3 && (raw[0] & 0xff) == 0xff && (raw[1] & 0xff) == 0xd8 && (raw[2] & 0xff) == 0xff) {
                return jpeg(raw);
            }
            if (raw.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, raw, 0, PNG.length)) {
                return png(raw);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
        }
        throw new Refusal(VolunteerProblem.PICTURE_KIND);
    }

    private static PictureFile jpeg(byte[] raw) {
        int at = 2;
        int orientation = 1;
        int end = -1;
        int scans = 0;
        while (end < 0) {
            if ((raw[at] & 0xff) != 0xff) {
                throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
            }
            int marker = raw[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
            } else if (marker == 0xd9) {
                end = at + 2;
            } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
                at += 2;
            } else if (marker < 0xc0) {
                // Reserved: decoders differ in what they skip, and could see more scans than are counted here.
                throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
            } else {
                int length = (raw[at + 2] & 0xff) << 8 | raw[at + 3] & 0xff;
                if (marker == 0xe1) {
                    orientation = exif(raw, at + 4, length - 2, orientation);
                }
                if (marker == 0xc2) {
                    requireModest(raw, at + 5);
                }
                at += 2 + length;
                if (marker == 0xda) {
                    if (++scans > MOST_SCANS) {
                        throw new Refusal(VolunteerProblem.PICTURE_SCANS, MOST_SCANS);
                    }
                    at = behindScan(raw, at);
                }
            }
        }
        requireNothingHidden(raw, end);
        return new PictureFile("jpeg", Arrays.copyOf(raw, end), orientation);
    }

    private static void requireModest(byte[] raw, int at) {
        long height = (raw[at] & 0xff) << 8 | raw[at + 1] & 0xff;
        long width = (raw[at + 2] & 0xff) << 8 | raw[at + 3] & 0xff;
        if (height * width > MOST_PROGRESSIVE_PIXELS) {
            throw new Refusal(VolunteerProblem.PICTURE_TOO_LARGE, MOST_PROGRESSIVE_PIXELS / 1_000_000);
        }
    }

    /** The next marker after the coded pixels, in which FF, once or more, is followed by 00 or by a restart marker. */
    private static int behindScan(byte[] raw, int from) {
        int at = from;
        while (true) {
            while ((raw[at] & 0xff) != 0xff) {
                at++;
            }
            while ((raw[at + 1] & 0xff) == 0xff) {
                at++;
            }
            int marker = raw[at + 1] & 0xff;
            if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                return at;
            }
            at += 2;
        }
    }

    /** The orientation that an Exif segment states; what cannot be read states none. */
    private static int exif(byte[] raw, int at, int length, int otherwise) {
        if (length < 14 || !new String(raw, at, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
            return otherwise;
        }
        ByteBuffer tiff = ByteBuffer.wrap(raw, at + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xffff) == 0x0112) {
                    int value = tiff.getShort(entry + 8) & 0xffff;
                    return value >= 1 && value <= 8 ? value : otherwise;
                }
            }
        } catch (IndexOutOfBoundsException _) {
            return otherwise;
        }
        return otherwise;
    }

    private static PictureFile png(byte[] raw) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(raw.length);
        kept.write(raw, 0, PNG.length);
        ByteBuffer in = ByteBuffer.wrap(raw);
        int at = PNG.length;
        boolean ended = false;
        while (!ended) {
            int length = in.getInt(at);
            if (length < 0 || length > raw.length - at - 12) {
                throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
            }
            String type = new String(raw, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED_CHUNKS.contains(type)) {
                kept.write(raw, at, length + 12);
            }
            at += length + 12;
            ended = type.equals("IEND");
        }
        requireNothingHidden(raw, at);
        return new PictureFile("png", kept.toByteArray(), 1);
    }

    /** Cameras add films and smaller pictures behind a picture; pages, programs and archives there are no accident. */
    private static void requireNothingHidden(byte[] raw, int end) {
        String all = new String(raw, StandardCharsets.ISO_8859_1);
        String small = all.toLowerCase(Locale.ROOT);
        String behind = all.substring(end).stripLeading();
        if (HIDDEN.stream().anyMatch(small::contains)
                || HIDDEN_BEHIND.stream().anyMatch(behind::startsWith)
                || behind.contains("PK\3\4")) {
            throw new Refusal(VolunteerProblem.PICTURE_MIXED);
        }
    }
}
