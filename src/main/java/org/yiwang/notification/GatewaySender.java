package org.yiwang.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts messages as JSON to an HTTP gateway. 2xx is taken; 408, 425, 429, 5xx and a broken line are worth trying again;
 * any other answer is a refusal.
 */
final class GatewaySender implements SmsSender {

    private final GatewaySettings settings;
    private final URI url;
    private final HttpClient client;
    private final JsonMapper json = JsonMapper.builder().build();

    GatewaySender(GatewaySettings settings, URI url) {
        this.settings = settings;
        this.url = url;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Outcome send(TextMessage message, String text) {
        String template = settings.templates().getOrDefault(message.key(), settings.template());
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(
                        new Body(message.mobile(), settings.signature(), template, message.args(), text))));
        if (!settings.token().isEmpty()) {
            request.header(settings.tokenHeader(), settings.token());
        }
        try {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                return new Outcome.Taken();
            }
            String why = "HTTP " + status;
            boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
            return later ? new Outcome.Later(why) : new Outcome.Refused(why);
        } catch (IOException e) {
            // Only the kind of fault: its text could name the number.
            return new Outcome.Later(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted");
        }
    }

    @Override
    public boolean keepsText() {
        return false;
    }

    record Body(String mobile, String signature, String template, List<String> params, String text) {}
}
