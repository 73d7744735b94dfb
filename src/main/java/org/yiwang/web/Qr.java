package org.yiwang.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.web.util.HtmlUtils;

/** QR codes as inline SVG: sharp at any size, on screens and on paper, and no request of their own. */
public final class Qr {

    /** Dots left white around the code; readers need four. */
    private static final int QUIET_ZONE = 4;

    private static final int DOT = 8;

    private Qr() {}

    /** The code of the text, without a name: for places where words beside it say what it is. */
    public static String svg(String text) {
        return svg(text, "");
    }

    /**
     * The code of the text.
     *
     * @param text what a reader gets, up to some 1,000 characters
     * @param title what people who cannot see it are told, in their language; empty to hide it from them
     */
    public static String svg(String text, String title) {
        BitMatrix dots = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    int from = x;
                    while (x + 1 < dots.getWidth() && dots.get(x + 1, y)) {
                        x++;
                    }
                    int length = x - from + 1;
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(length);
                    path.append("v1h-").append(length).append('z');
                }
            }
        }
        String name = HtmlUtils.htmlEscape(title, "UTF-8");
        int size = dots.getWidth();
        return "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" %s>"
                        .formatted(
                                size,
                                size,
                                title.isEmpty() ? "aria-hidden=\"true\"" : "role=\"img\" aria-label=\"" + name + "\"")
                + (title.isEmpty() ? "" : "<title>" + name + "</title>")
                + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path fill=\"#000\" d=\"%s\"/></svg>"
                        .formatted(size, size, path);
    }

    /** The code of the text as a black and white PNG picture, for files; eight dots to the module. */
    public static byte[] png(String text) {
        BitMatrix dots = encode(text);
        int size = dots.getWidth() * DOT;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, dots.get(x / DOT, y / DOT) ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static BitMatrix encode(String text) {
        try {
            // Size 0 asks for one dot per module.
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
