package org.yiwang.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Asks a trusted issuer, at the address that the city office noted (never one that a file brings along), whether a passport
 * still holds. An issuer that cannot be reached does not hold anybody up: its signature is enough.
 */
@Component
class LiveCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST = 10_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What the issuer said. */
    enum Answer {
        /** It holds. */
        HOLDS,
        /** A record in it has changed since. */
        OUTDATED,
        /** It does not, or the issuer has never made it. */
        DOES_NOT,
        /** Nothing that could be understood. */
        SILENT
    }

    /** A state as the issuer's API words it. */
    record StateJson(String state) {}

    Answer ask(IssuerView issuer, String passport, byte[] sha256) {
        if (issuer.address() == null) {
            return Answer.SILENT;
        }
        try {
            HttpResponse<java.io.InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(issuer.address() + "/api/v1/passports/" + passport
                                    + "/state?sha256=" + HexFormat.of().formatHex(sha256)))
                            .header("Accept", "application/json")
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() == 404) {
                    return Answer.DOES_NOT;
                }
                if (response.statusCode() != 200) {
                    return Answer.SILENT;
                }
                String text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
                String state = PassportJson.read(text, StateJson.class).state();
                if (PassportView.State.OUTDATED.name().equals(state)) {
                    return Answer.OUTDATED;
                }
                return PassportView.State.VALID.name().equals(state) ? Answer.HOLDS : Answer.DOES_NOT;
            }
        } catch (IOException | IllegalArgumentException | org.yiwang.kernel.Refusal _) {
            return Answer.SILENT;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.SILENT;
        }
    }
}
