package org.yiwang.web;

import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/**
 * Reads and writes the records of our API as JSON without asking which other form might be wanted: there is none.
 * In a profile of a rush, reading and writing by the framework's converters took a sixth of the samples. Everything else (files, text, bodies of
 * another type) goes the framework's way.
 */
final class PlainJson extends RequestResponseBodyMethodProcessor {

    private final ObjectMapper json;

    /** Reads no list with nothing in a place of it: no command has a use for that, and none looks out for it. */
    private final ObjectMapper whole;

    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    PlainJson(ObjectMapper json, List<HttpMessageConverter<?>> converters) {
        super(converters);
        this.json = json;
        this.whole = json.rebuild()
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .build();
    }

    @Override
    @Nullable
    protected Object readWithMessageConverters(NativeWebRequest web, MethodParameter parameter, Type type)
            throws IOException, HttpMediaTypeNotSupportedException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (!isJson(request.getContentType()) || !isOurs(parameter)) {
            return super.readWithMessageConverters(web, parameter, type);
        }
        PushbackInputStream body = new PushbackInputStream(request.getInputStream());
        int first = body.read();
        if (first < 0) {
            if (checkRequired(parameter)) {
                throw new HttpMessageNotReadableException("no body", new ServletServerHttpRequest(request));
            }
            return null;
        }
        body.unread(first);
        try {
            return readers.computeIfAbsent(type, t -> whole.readerFor(whole.constructType(t)))
                    .readValue(body);
        } catch (JacksonException fault) {
            throw new HttpMessageNotReadableException("not this JSON", fault, new ServletServerHttpRequest(request));
        }
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter returned, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException, HttpMediaTypeNotAcceptableException {
        if (!(answer instanceof Record || answer instanceof List) || !isOurs(returned)) {
            super.handleReturnValue(answer, returned, container, web);
            return;
        }
        container.setRequestHandled(true);
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        byte[] body = json.writeValueAsBytes(answer);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isOurs(MethodParameter parameter) {
        return parameter.getContainingClass().getName().startsWith("org.yiwang.");
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && (contentType.equals("application/json") || contentType.startsWith("application/json;"));
    }
}
