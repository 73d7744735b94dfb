package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.testing.CityTest;

@CityTest
class LookTest {

    /** What the issue grants the first visit, compressed. */
    private static final int FIRST_VISIT_BYTES = 150 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void the_first_visit_is_small_and_all_it_loads_may_be_kept_for_a_year() throws Exception {
        HttpResponse<byte[]> page = get("/nothing-here");
        String html = new String(unzip(page), java.nio.charset.StandardCharsets.UTF_8);
        int bytes = page.body().length;
        Set<String> files = new TreeSet<>();
        Matcher links = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg|png))\"")
                .matcher(html);
        while (links.find()) {
            files.add(links.group(1));
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(5).allMatch(f -> f.matches(".*-[0-9a-f]{32}\\.[a-z]+"));
        for (String file : files) {
            HttpResponse<byte[]> asset = get(file);
            assertThat(asset.statusCode()).as(file).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
            bytes += asset.body().length;
        }
        assertThat(bytes).as("bytes of the first visit").isLessThan(FIRST_VISIT_BYTES);
    }

    @Test
    void every_icon_that_a_template_names_is_in_the_set() throws IOException {
        Pattern use = Pattern.compile("icon\\(name = \"([a-z0-9-]+)\"|icon = \"([a-z0-9-]+)\"");
        Set<String> missing = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                Matcher names = use.matcher(Files.readString(file));
                while (names.find()) {
                    String name = names.group(1) == null ? names.group(2) : names.group(1);
                    if (!Icons.names().contains(name)) {
                        missing.add(name + " in " + file);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void elder_mode_is_remembered_and_leads_back_to_the_page_but_nowhere_else() throws Exception {
        HttpResponse<byte[]> on = get("/elder?on=true&next=%2Factivities%3Fq%3D1");
        assertThat(on.statusCode()).isEqualTo(303);
        assertThat(on.headers().firstValue("Location")).hasValue("/activities?q=1");
        assertThat(on.headers().allValues("Set-Cookie")).anyMatch(c -> c.startsWith("yw_elder=1"));
        for (String elsewhere : Arrays.asList("https://evil.example", "//evil.example", "/%5Cevil.example", "{x}")) {
            HttpResponse<byte[]> sent = get("/elder?on=false&next="
                    + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8)
                            .replace("%255C", "%5C"));
            assertThat(sent.headers().firstValue("Location")).as(elsewhere).hasValue("/");
        }
    }

    @Test
    void a_qr_code_reads_as_the_text_it_was_made_from() throws Exception {
        String text = "https://义网.example/c/7QX3?t=𠮷&n=张三";
        assertThat(read(Qr.svg(text, "证<1>"))).isEqualTo(text);
        assertThat(Qr.svg(text, "证<1>")).contains("<title>证&lt;1&gt;</title>");
    }

    /** Paints the dots of the SVG and lets the reader of the same library look at them. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int modules = Integer.parseInt(box.group(1));
        int scale = 4;
        int size = modules * scale;
        byte[] grey = new byte[size * size];
        Arrays.fill(grey, (byte) 255);
        Matcher bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1").matcher(svg);
        while (bar.find()) {
            int left = Integer.parseInt(bar.group(1)) * scale;
            int top = Integer.parseInt(bar.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(grey, y * size + left, y * size + left + Integer.parseInt(bar.group(3)) * scale, (byte) 0);
            }
        }
        LuminanceSource picture = new LuminanceSource(size, size) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return Arrays.copyOfRange(grey, y * size, (y + 1) * size);
            }

            @Override
            public byte[] getMatrix() {
                return grey;
            }
        };
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(picture)))
                .getText();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html,*/*")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) {
            return answer.body();
        }
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }
}
