package org.yiwang.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.yiwang.kernel.Refusal;
import tools.jackson.databind.ObjectMapper;

/**
 * How much of a body the API reads: 256 kB, and of a file that somebody signed in sends as much as a form with files
 * may have. More is answered 413 {@code request.too-large} without reading it; a body that does not say how long it is
 * is read up to there.
 */
@Component
public class BodyLimit {

    /** Of a body that is not a file. The longest text of a command is some thousand characters. */
    static final int MOST_BYTES = 256 * 1024;

    private static final List<String> FILES =
            List.of("image/", "application/octet-stream", "application/pdf", "text/csv", "application/vnd.");

    private final MessageSource messages;
    private final ObjectMapper json;
    private final long mostUpload;

    BodyLimit(
            MessageSource messages,
            ObjectMapper json,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostUpload) {
        this.messages = messages;
        this.json = json;
        this.mostUpload = mostUpload.toBytes();
    }

    /**
     * The request with a body that ends in a refusal beyond the limit; null where it says itself that it is longer, which
     * has then been answered.
     *
     * @param signedIn whether somebody is behind it
     */
    @Nullable
    public HttpServletRequest bounded(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        String type = request.getContentType();
        long most = signedIn && isFile(type) ? mostUpload : MOST_BYTES;
        // Parts are read by the server itself, past any wrapper; no call of the API takes them.
        if (request.getContentLengthLong() > most || isParts(type)) {
            refuse(request, response);
            return null;
        }
        return request.getContentLengthLong() >= 0 || request.getMethod().equals("GET")
                ? request
                : new Bounded(request, most);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Language.preferred(request.getHeader("Accept-Language"));
        ApiFallback.WebProblem problem = ApiFallback.WebProblem.TOO_LARGE;
        int status = problem.kind().status();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(ApiRefusals.problem(
                        HttpStatusCode.valueOf(status),
                        problem.code(),
                        messages.getMessage("problem." + problem.code(), null, locale))));
    }

    private static boolean isFile(@Nullable String type) {
        return type != null && FILES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean isParts(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;

        @Nullable
        private ServletInputStream stream;

        @Nullable
        private BufferedReader reader;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new Counted(super.getInputStream(), most);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                reader = new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
            }
            return reader;
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = body.read(bytes, from, length);
            count(some);
            return some;
        }

        private void count(int some) throws IOException {
            left -= Math.max(0, some);
            if (left < 0) {
                throw new IOException("body too large", new Refusal(ApiFallback.WebProblem.TOO_LARGE));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
