package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.Visitor;

@CityTest
class BodyLimitTest {

    private static final String SESSION = "/api/v1/session";

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} bytes, its length told: {1} -> {2} {3}")
    @CsvSource({
        "262144, true,  401, account.sign-in-wrong",
        "262145, true,  413, request.too-large",
        "262145, false, 413, request.too-large",
        "262144, false, 401, account.sign-in-wrong",
        "900000, true,  413, request.too-large",
        "900000, false, 413, request.too-large",
    })
    void reads_a_quarter_of_a_megabyte_and_no_more(int bytes, boolean told, int status, String code) throws Exception {
        String start = "{\"mobile\":\"13800000000\",\"password\":\"x\"";
        byte[] body = (start + " ".repeat(bytes - start.length() - 1) + "}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send("POST", SESSION, "application/json", "zh-CN", null, publisher(body, told));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains('"' + code + '"');
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN,true,请求的内容太大",
        "zh-CN,false,请求的内容太大",
        "en,true,The request is too large",
        "en,false,The request is too large"
    })
    void says_so_in_the_language_of_the_reader(String language, boolean told, String words) throws Exception {
        byte[] blank = " ".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send("POST", SESSION, "application/json", language, null, publisher(blank, told));
        assertThat(answer.body()).contains(words);
    }

    @Test
    void takes_no_parts() throws Exception {
        byte[] body = "--x\r\n\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(send("POST", SESSION, "multipart/form-data; boundary=x", "zh-CN", null, publisher(body, true))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refuses_json_nested_too_deep_and_words_too_long() throws Exception {
        String deep = "{\"mobile\":\"13800000000\",\"password\":\"x\",\"odd\":" + "[".repeat(60) + "]".repeat(60) + "}";
        String longWord = "{\"mobile\":\"" + "1".repeat(130_000) + "\",\"password\":\"x\"}";
        for (String body : new String[] {deep, longWord}) {
            HttpResponse<String> answer =
                    send("POST", SESSION, "application/json", "zh-CN", null, BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("request.malformed");
        }
    }

    @Test
    void lets_somebody_signed_in_send_a_file_and_nobody_else() throws Exception {
        long account = PeopleFixture.account("图片", PeopleFixture.newMobile());
        String token = TestSignIns.token(account, SessionKind.API);
        String path = "/api/v1/volunteers/0A1B2C3D4E5F6/document-pictures/front";
        byte[] picture = new byte[400_000];
        for (String file : new String[] {"image/jpeg", "application/pdf", "application/octet-stream", "text/csv"}) {
            assertThat(send("PUT", path, file, "zh-CN", token, publisher(picture, true))
                            .body())
                    .as(file)
                    .doesNotContain("too-large");
        }
        assertThat(send("PUT", path, "image/jpeg", "zh-CN", null, publisher(picture, true))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send("PUT", path, "application/json", "zh-CN", token, publisher(picture, true))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void reads_no_files_of_a_visitor_who_is_not_signed_in() {
        Visitor.Answer answer =
                Visitor.anonymous().postMultipart("/sign-in", java.util.Map.of("mobile", new byte[300_000]));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/sign-in");
    }

    private static BodyPublisher publisher(byte[] body, boolean told) {
        return told
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> send(
            String method,
            String path,
            String type,
            String language,
            @org.jspecify.annotations.Nullable String token,
            BodyPublisher body)
            throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", type)
                    .header("Accept-Language", language)
                    .method(method, body);
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
