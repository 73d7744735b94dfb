package org.yiwang.volunteer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * Makes pictures that strangers send harmless: told by content, measured before anything is decoded, decoded small, put
 * upright, drawn anew and written as JPEG without where, when and by what they were taken.
 */
@Component
class Pictures {

    private static final float QUALITY = 0.85f;

    private static final int MOST_ACCOUNTS = 100_000;

    private final Rules rules;
    private final PictureRoom room;
    private final Clock clock;

    /** Pictures that an account sent in an hour, on this node. */
    private final Cache<String, AtomicInteger> sent = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Pictures(Rules rules, PictureRoom room, Clock clock) {
        this.rules = rules;
        this.room = room;
        this.clock = clock;
    }

    /** What holds now. */
    PictureRule rule() {
        return rules.current(PictureRule.KEY, PictureRule.class).value();
    }

    /**
     * A clean JPEG of what an account sends. Refuses with {@code volunteer.pictures-too-many} who has sent the hour's
     * number already (rule {@code volunteer.picture-limits}), good ones or not.
     */
    byte[] clean(long accountId, byte[] raw, int longestSide) {
        return clean(accountId, raw, longestSide, rule().mostBytes());
    }

    /** The same for files of another size. */
    byte[] clean(long accountId, byte[] raw, int longestSide, int mostBytes) {
        int most = rules.current(Limits.KEY, Limits.class).value().perHour();
        String hour = accountId + " " + clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (sent.get(hour, _ -> new AtomicInteger()).incrementAndGet() > most) {
            throw new Refusal(VolunteerProblem.PICTURES_TOO_MANY, most);
        }
        return cleaned(raw, longestSide, mostBytes);
    }

    /**
     * A clean JPEG. Refuses with a named reason whatever is no picture that can be looked at.
     *
     * @param longestSide pixels to which the longer side is scaled down
     */
    byte[] clean(byte[] raw, int longestSide) {
        return cleaned(raw, longestSide, rule().mostBytes());
    }

    private byte[] cleaned(byte[] raw, int longestSide, int mostBytes) {
        PictureRule rule = rule();
        if (raw.length == 0) {
            throw new Refusal(VolunteerProblem.PICTURE_EMPTY);
        }
        if (raw.length > mostBytes) {
            throw new Refusal(VolunteerProblem.PICTURE_TOO_BIG, mostBytes / (1024 * 1024));
        }
        PictureFile file = PictureFile.read(raw);
        return room.run(over ->
                written(turned(scaled(decoded(file, rule, longestSide, over), longestSide), file.orientation())));
    }

    static BufferedImage decoded(PictureFile file, PictureRule rule, int longestSide, BooleanSupplier over)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
        AtomicBoolean cutOff = new AtomicBoolean();
        try (var in = new MemoryCacheImageInputStream(new Timed(file.bytes(), over))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > rule.mostPixels()) {
                throw new Refusal(VolunteerProblem.PICTURE_TOO_LARGE, rule.mostPixels() / 1_000_000);
            }
            if (Math.min(width, height) < rule.leastSide()) {
                throw new Refusal(VolunteerProblem.PICTURE_TOO_SMALL, rule.leastSide());
            }
            reader.addIIOReadWarningListener((source, warning) ->
                    cutOff.compareAndSet(false, warning.toLowerCase(Locale.ROOT).contains("premature")));
            reader.addIIOReadProgressListener(new Stopping(over));
            ImageReadParam how = reader.getDefaultReadParam();
            // Every n-th pixel is enough for twice the size that is kept; the rest is smoothed.
            int step = Math.max(1, Math.max(width, height) / (2 * longestSide));
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, how);
            if (over.getAsBoolean()) {
                throw new Refusal(VolunteerProblem.PICTURE_SLOW);
            }
            if (cutOff.get()) {
                throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** Halved again and again, so that every pixel counts, and drawn on white where it was transparent. */
    private static BufferedImage scaled(BufferedImage image, int longestSide) {
        BufferedImage now = image;
        int longest = Math.max(now.getWidth(), now.getHeight());
        while (longest > 2 * longestSide) {
            now = drawn(now, Math.max(1, now.getWidth() / 2), Math.max(1, now.getHeight() / 2));
            longest = Math.max(now.getWidth(), now.getHeight());
        }
        int part = Math.min(longest, longestSide);
        return drawn(
                now,
                Math.max(1, Math.toIntExact((long) now.getWidth() * part / longest)),
                Math.max(1, Math.toIntExact((long) now.getHeight() * part / longest)));
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return out;
    }

    /** Upright, as Exif says that the camera was held. */
    static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lies = orientation >= 5;
        BufferedImage out = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int rgb = switch (orientation) {
                    case 2 -> image.getRGB(w - 1 - x, y);
                    case 3 -> image.getRGB(w - 1 - x, h - 1 - y);
                    case 4 -> image.getRGB(x, h - 1 - y);
                    case 5 -> image.getRGB(y, x);
                    case 6 -> image.getRGB(y, h - 1 - x);
                    case 7 -> image.getRGB(w - 1 - y, h - 1 - x);
                    default -> image.getRGB(w - 1 - y, x);
                };
                out.setRGB(x, y, rgb);
            }
        }
        return out;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /**
     * How much one account may send.
     *
     * @param perHour pictures within an hour
     */
    record Limits(int perHour) {

        static final String KEY = "volunteer.picture-limits";
    }

    /** Bytes that come to an end when the time is over. */
    private static final class Timed extends FilterInputStream {

        private final BooleanSupplier over;

        Timed(byte[] bytes, BooleanSupplier over) {
            super(new ByteArrayInputStream(bytes));
            this.over = over;
        }

        @Override
        public int read() throws IOException {
            requireTime();
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            requireTime();
            return super.read(into, from, length);
        }

        private void requireTime() {
            if (over.getAsBoolean()) {
                throw new Refusal(VolunteerProblem.PICTURE_SLOW);
            }
        }
    }
}
