package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.testing.CityTest;

@CityTest
class ErrorPagesTest {

    @LocalServerPort
    private int port;

    @Test
    void answers_an_unknown_page_with_a_page_and_an_unknown_api_address_with_problem_json() throws Exception {
        HttpResponse<String> page = get("/nothing-here");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/html"));
        assertThat(page.body()).contains("没有这个页面");

        HttpResponse<String> api = get("/api/v1/nothing-here");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.body()).contains("request.no-such-address");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", path.startsWith("/api") ? "application/json" : "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
