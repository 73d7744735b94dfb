package org.yiwang.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at a browser, or an app that calls the API. Keeps cookies, sends the CSRF token of the last form it saw
 * (fetching one if it has seen none), and does not follow redirects: {@link Answer#location()} says where they lead.
 */
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final IntSupplier port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    @Nullable
    private String bearer;

    @Nullable
    private String csrf;

    private Visitor(IntSupplier port) {
        this.port = port;
    }

    /** Somebody who is not signed in. */
    public static Visitor anonymous() {
        // Asked at the first request: a test may hold a visitor before its program runs.
        return new Visitor(City::port);
    }

    /** Somebody who is not signed in, at a program on another port. */
    public static Visitor anonymous(int port) {
        return new Visitor(() -> port);
    }

    /** Somebody who signs in through the page; fails if that is refused. */
    public static Visitor signIn(String mobile, String password) {
        Visitor visitor = anonymous();
        Answer answer = visitor.post("/sign-in", Map.of("mobile", mobile, "password", password));
        if (answer.status() != 303) {
            throw new AssertionError("sign-in refused: " + answer.status() + " " + answer.text());
        }
        return visitor;
    }

    /** The owner of the account, signed in for pages and for the API at once, without the sign-in page. */
    public static Visitor asAccount(long accountId) {
        Visitor visitor = anonymous();
        visitor.cookies.put("yw_session", TestSignIns.token(accountId, SessionKind.BROWSER));
        visitor.bearer = TestSignIns.token(accountId, SessionKind.API);
        return visitor;
    }

    /** The owner of an account of another program, signed in for its pages and its API. */
    public static Visitor asAccount(ApplicationContext program, long accountId) {
        Visitor visitor =
                anonymous(Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")));
        visitor.cookies.put("yw_session", TestSignIns.token(program, accountId, SessionKind.BROWSER));
        visitor.bearer = TestSignIns.token(program, accountId, SessionKind.API);
        return visitor;
    }

    /** Sends this bearer token with API calls. */
    public Visitor bearer(@Nullable String token) {
        bearer = token;
        return this;
    }

    /** Sends this header with every request from now on; null stops it. */
    public Visitor header(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** Value of a cookie, null if there is none. */
    @Nullable
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Sets a cookie; null takes it away. */
    public Visitor cookie(String name, @Nullable String value) {
        if (value == null) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
        return this;
    }

    /** Opens a page. */
    public Answer get(String path) {
        Answer answer = send(request(path).header("Accept", "text/html").GET());
        Matcher form = CSRF.matcher(answer.body());
        if (form.find()) {
            csrf = form.group(1);
        }
        return answer;
    }

    /** Sends a form, with the CSRF token. */
    public Answer post(String path, Map<String, ?> fields) {
        if (csrf == null) {
            get(cookies.containsKey("yw_session") ? "/me/account" : "/sign-in");
        }
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (csrf != null) {
            all.put("_csrf", csrf);
        }
        return postPlain(path, all);
    }

    /** Sends a form exactly as given, without a CSRF token. A value that is a list is sent once for each element. */
    public Answer postPlain(String path, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                .flatMap(e -> (e.getValue() instanceof List<?> many ? many : List.of(e.getValue()))
                        .stream().map(v -> encode(e.getKey()) + "=" + encode(String.valueOf(v))))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form as multipart, with the CSRF token; a value may be bytes, which go as a file {@code file.csv}. */
    public Answer postMultipart(String path, Map<String, ?> fields) {
        if (csrf == null) {
            get(cookies.containsKey("yw_session") ? "/me/account" : "/sign-in");
        }
        String boundary = "yiwang-test-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("_csrf", String.valueOf(csrf));
        all.forEach((name, value) -> {
            boolean file = value instanceof byte[];
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                            + (file ? "; filename=\"file.csv\"\r\nContent-Type: text/csv" : "") + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(
                    value instanceof byte[] bytes
                            ? bytes
                            : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Calls the API: method, path, and a body that is written as JSON (null for none). */
    public Answer api(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path).header("Accept", "application/json");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return send(request);
    }

    /** Sends a file to the API, as the body itself. */
    public Answer apiFile(String path, byte[] file) {
        return apiFile("POST", path, file);
    }

    /** As {@link #apiFile(String, byte[])}, with that method. */
    public Answer apiFile(String method, String path, byte[] file) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/octet-stream")
                .method(method, BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty() && !path.startsWith("/api/")) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            List<String> set = new ArrayList<>();
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                set.add(cookie);
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map(), set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param body the text of the answer
     * @param headers all headers
     * @param setCookies the Set-Cookie headers as they came
     */
    public record Answer(int status, String body, Map<String, List<String>> headers, List<String> setCookies) {

        /** First value of a header, empty text if there is none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        /** Path that a redirect leads to, empty text if it is none. */
        public String location() {
            return header("Location").replaceFirst("^https?://[^/]+", "");
        }

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a refusal by the API, empty text if it is none. */
        public String code() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("code").asString("")
                    : "";
        }

        /** The page's text without tags, for messages of failed tests. */
        public String text() {
            return body.replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ").strip();
        }
    }
}
