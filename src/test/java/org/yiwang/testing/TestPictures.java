package org.yiwang.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures as a camera makes them, and files that only pretend. */
public final class TestPictures {

    private TestPictures() {}

    /** A picture with a red left half and a white right half. */
    public static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height);
    }

    /** The same as PNG. */
    public static byte[] png(int width, int height) {
        return written("png", width, height);
    }

    /** A JPEG that grows sharper, as programs write them, whose last scan is there so many times more. */
    public static byte[] progressive(int width, int height, int more) {
        byte[] plain = progressive(width, height);
        int last = lastScan(plain);
        byte[] scan = Arrays.copyOfRange(plain, last, plain.length - 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, plain.length - 2);
        for (int i = 0; i < more; i++) {
            out.writeBytes(scan);
        }
        out.write(0xff);
        out.write(0xd9);
        return out.toByteArray();
    }

    /** The same, with the further scans where a careless reader takes them for the content of a segment. */
    public static byte[] progressiveHiding(int width, int height, int more) {
        byte[] open = progressive(width, height, more);
        int end = progressive(width, height).length - 2;
        int hidden = open.length - 2 - end + 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(open, 0, end);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xff, 0, (byte) (hidden >> 8), (byte) hidden});
        out.write(open, end, open.length - end);
        return out.toByteArray();
    }

    /** A JPEG that grows sharper and says that it has this size. */
    public static byte[] progressiveSaying(int width, int height) {
        byte[] jpeg = progressive(300, 300);
        int frame = 0;
        while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc2) {
            frame++;
        }
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return jpeg;
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 2;
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xda) {
            at--;
        }
        return at;
    }

    private static byte[] progressive(int width, int height) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(to);
            writer.write(null, new javax.imageio.IIOImage(read(png(width, height)), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** What another program finds in an answer. */
    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new java.io.ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with a segment of the kind put in behind its start. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2));
        return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A segment that says how the camera was held, and where. */
    public static byte[] exif(int orientation, String where) {
        byte[] place = where.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /** A PNG of few bytes that says it is very large. */
    public static byte[] bomb(int side) {
        byte[] png = png(300, 300);
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    /** One after the other. */
    public static byte[] joined(byte[] first, String second) {
        byte[] behind = second.getBytes(StandardCharsets.ISO_8859_1);
        byte[] out = Arrays.copyOf(first, first.length + behind.length);
        System.arraycopy(behind, 0, out, first.length, behind.length);
        return out;
    }

    private static byte[] written(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
