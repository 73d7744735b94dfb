package org.yiwang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a path without trying every route: a path whose ids are left out ({@code POST
 * /api/v1/activities/*}) leads to the same route as the last one of that shape. Without this each request is matched
 * against all routes with a variable in them, some hundreds, which was a tenth of the cost of a sign-up. Only paths
 * whose variables all have the form of ids are remembered, written plainly: there are as many shapes as routes, and no
 * visitor can make more.
 */
final class RememberedRoutes extends RequestMappingHandlerMapping {

    private static final int ID_LENGTH = 13;
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final ThreadLocal<RequestMappingInfo> matched = new ThreadLocal<>();

    private record Route(RequestMappingInfo info, HandlerMethod handler) {}

    @Override
    @Nullable
    protected HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request) throws Exception {
        String shape = shape(request.getMethod(), lookupPath);
        Route known = routes.get(shape);
        if (known != null) {
            RequestMappingInfo match = known.info.getMatchingCondition(request);
            if (match != null) {
                request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, known.handler);
                super.handleMatch(match, lookupPath, request);
                return known.handler;
            }
        }
        try {
            HandlerMethod found = super.lookupHandlerMethod(lookupPath, request);
            RequestMappingInfo info = matched.get();
            if (found != null && info != null && METHODS.contains(request.getMethod()) && isPlain(info)) {
                Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
                if (shape.indexOf('%') < 0 && isOfIds(variables, shape)) {
                    routes.put(shape, new Route(info, found));
                }
            }
            return found;
        } finally {
            matched.remove();
        }
    }

    /** Whether the stars of the shape are all there is of variables. */
    private static boolean isOfIds(@Nullable Map<?, ?> variables, String shape) {
        int stars = (int) shape.chars().filter(c -> c == '*').count();
        return variables == null
                ? stars == 0
                : variables.size() == stars
                        && variables.values().stream().map(String::valueOf).allMatch(v -> isId(v, 0, v.length()));
    }

    int remembered() {
        return routes.size();
    }

    @Override
    protected void handleMatch(RequestMappingInfo info, String lookupPath, HttpServletRequest request) {
        matched.set(info);
        super.handleMatch(info, lookupPath, request);
    }

    /** Whether path and method alone decide: nothing at the same path asks for headers, parameters or types. */
    private boolean isPlain(RequestMappingInfo info) {
        Collection<String> patterns = info.getPatternValues();
        return patterns.stream().noneMatch(p -> p.contains("**"))
                && asksOnlyPath(info)
                && getHandlerMethods().keySet().stream()
                        .filter(other -> other.getPatternValues().stream().anyMatch(patterns::contains))
                        .allMatch(RememberedRoutes::asksOnlyPath);
    }

    private static boolean asksOnlyPath(RequestMappingInfo info) {
        return info.getParamsCondition().isEmpty()
                && info.getHeadersCondition().isEmpty()
                && info.getConsumesCondition().isEmpty()
                && info.getProducesCondition().isEmpty()
                && info.getCustomCondition() == null;
    }

    /** Method and path, with a star for every segment that has the form of an id. */
    static String shape(String method, String path) {
        StringBuilder shape = new StringBuilder(method.length() + path.length() + 1)
                .append(method)
                .append(' ');
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (isId(path, start, end)) {
                shape.append('*');
            } else {
                shape.append(path, start, end);
            }
            if (slash >= 0) {
                shape.append('/');
            }
            start = end + 1;
        }
        return shape.toString();
    }

    private static boolean isId(String path, int start, int end) {
        if (end - start != ID_LENGTH) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
