package org.yiwang.signup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.Crowd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs people up over HTTP and reads what they are answered. */
final class Rush implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Rush(int port) {
        this.address = "http://127.0.0.1:" + port + "/api/v1/activities/";
    }

    /**
     * What somebody was answered.
     *
     * @param signUp id of the sign-up, empty text if it was refused
     * @param state its state, or the code of the refusal
     * @param position in the waiting list, 0 if none
     */
    record Answer(Crowd.Person person, String key, int status, String signUp, String state, int position) {}

    /** Applies with the person as the volunteer. */
    Answer apply(Crowd.Person person, long activity, long shift, String key) throws IOException {
        return apply(person, person.id(), activity, shift, key);
    }

    /** Applies for somebody, the person acting. */
    Answer apply(Crowd.Person person, long volunteer, long activity, long shift, String key) throws IOException {
        HttpResponse<String> response =
                send("POST", person, path(activity, shift), key, "{\"volunteerId\":\"" + Ids.text(volunteer) + "\"}");
        JsonNode body = JSON.readTree(response.body());
        return new Answer(
                person,
                key,
                response.statusCode(),
                body.path("id").asString(""),
                response.statusCode() == 200
                        ? body.path("state").asString("")
                        : body.path("code").asString(""),
                body.path("position").asInt(0));
    }

    /** Gives the place or position up; the status. */
    int withdraw(Crowd.Person person, long activity, long shift) throws IOException {
        return send("DELETE", person, path(activity, shift) + "?volunteerId=" + Ids.text(person.id()), null, null)
                .statusCode();
    }

    private String path(long activity, long shift) {
        return Ids.text(activity) + "/shifts/" + Ids.text(shift) + "/sign-ups";
    }

    private HttpResponse<String> send(
            String method, Crowd.Person person, String path, @Nullable String key, @Nullable String body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends at once, whatever is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
