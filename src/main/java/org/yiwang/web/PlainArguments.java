package org.yiwang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;

/**
 * Reads ids in paths, headers that may be absent, and the number of a page of a list straight from the request, without
 * a data binder for each.
 */
final class PlainArguments implements HandlerMethodArgumentResolver {

    private static final String PAGE = "page";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return parameter.hasParameterAnnotation(Tsid.class) && parameter.getParameterType() == long.class;
        }
        if (isPage(parameter)) {
            return true;
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && !header.required() && parameter.getParameterType() == String.class;
    }

    @Override
    @Nullable
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (isPage(parameter)) {
            return page(parameter, request.getParameter(PAGE));
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null ? request.getHeader(header.name()) : id(parameter, request);
    }

    private static boolean isPage(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && parameter.getParameterType() == int.class
                && PAGE.equals(parameter.getParameterName());
    }

    /** Within what lists show ({@link Slice#page}), for every handler that takes one. */
    private static Integer page(MethodParameter parameter, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return 1;
        }
        try {
            return new BigInteger(typed.strip())
                    .max(BigInteger.ONE)
                    .min(BigInteger.valueOf(Slice.LAST_PAGE))
                    .intValueExact();
        } catch (NumberFormatException fault) {
            throw new MethodArgumentTypeMismatchException(typed, int.class, PAGE, parameter, fault);
        }
    }

    private static Long id(MethodParameter parameter, HttpServletRequest request) {
        PathVariable variable = Objects.requireNonNull(parameter.getParameterAnnotation(PathVariable.class));
        String name =
                variable.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : variable.name();
        Map<?, ?> path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String text = String.valueOf(path.get(name));
        Long id = Ids.parse(text).orElseThrow(() -> notAnId(text, name, parameter, request));
        expose(request, name, id);
        return id;
    }

    /** Over the API a malformed request; to a visitor an address that leads nowhere. */
    private static RuntimeException notAnId(
            String text, String name, MethodParameter parameter, HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                ? new MethodArgumentTypeMismatchException(
                        text, long.class, name, parameter, new IllegalArgumentException("not an id"))
                : new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Views find path variables in their model, as with the framework's own reading. */
    @SuppressWarnings("unchecked")
    private static void expose(HttpServletRequest request, String name, Long id) {
        if (!request.getRequestURI().startsWith("/api/")) {
            Map<String, Object> shown = (Map<String, Object>) request.getAttribute(View.PATH_VARIABLES);
            if (shown == null) {
                shown = new HashMap<>();
                request.setAttribute(View.PATH_VARIABLES, shown);
            }
            shown.put(name, id);
        }
    }
}
