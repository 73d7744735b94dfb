package org.yiwang.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The pages for what no handler answered: nothing at this address, not allowed, a fault with its number. Who asks to see
 * an address that only takes forms (a form shown again, then another language chosen) is led to the page above it.
 */
@Component
class Errors implements ErrorViewResolver {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Errors(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (status == HttpStatus.METHOD_NOT_ALLOWED && request.getMethod().equals("GET")) {
            Optional<String> above =
                    pageAbove(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
            if (above.isPresent()) {
                String query = request.getQueryString();
                return new ModelAndView("redirect:" + above.get() + (query == null ? "" : "?" + query));
            }
        }
        return new ModelAndView("web/error", Map.of("status", status.value()), status);
    }

    /** The nearest address above this one that shows a page. */
    private Optional<String> pageAbove(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (showsPage(PathContainer.parsePath(above))) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private boolean showsPage(PathContainer path) {
        return routes.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(java.util.Objects::nonNull)
                .anyMatch(patterns -> patterns.getPatterns().stream().anyMatch(p -> p.matches(path)));
    }
}
