package org.yiwang.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.yiwang.kernel.Ids;

/** The list that a sample was drawn from, as it is published: one line for each record, its id and its organization's. */
final class Population {

    private static final String HEADER = "record,organization\n";

    private Population() {}

    static byte[] pack(List<Draw.Ticket> tickets) {
        StringBuilder lines = new StringBuilder(HEADER);
        tickets.forEach(t -> lines.append(Ids.text(t.recordId()))
                .append(',')
                .append(Ids.text(t.organizationId()))
                .append('\n'));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static String unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
