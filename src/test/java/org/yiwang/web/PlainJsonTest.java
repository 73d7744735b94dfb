package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.testing.CityTest;

@CityTest
class PlainJsonTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    application/json               | {                                          | 400 | request.malformed
                    application/json               | [1]                                        | 400 | request.malformed
                    application/json               | {"mobile": {}}                             | 400 | request.malformed
                    application/json               |                                            | 400 | request.malformed
                    application/json;charset=UTF-8 | {"mobile":"13800000000","password":"x"}    | 401 | account.sign-in-wrong
                    application/jsonp              | {"mobile":"13800000000","password":"x"}    | 415 |
                    text/plain                     | {"mobile":"13800000000","password":"x"}    | 415 |
                    """)
    void reads_json_and_only_json(String type, String body, int status, String code) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"))
                            .header("Content-Type", type)
                            .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains(code == null ? "" : code);
        }
    }
}
