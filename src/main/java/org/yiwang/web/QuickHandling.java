package org.yiwang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;
import tools.jackson.databind.ObjectMapper;

/**
 * Spring MVC with the parts replaced that cost most in a rush: finding the route, reading plain arguments, and
 * reading and writing JSON.
 */
@Component
class QuickHandling implements WebMvcRegistrations {

    private final ObjectMapper json;

    QuickHandling(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RememberedRoutes();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                PlainJson bodies = new PlainJson(json, getMessageConverters());
                List<HandlerMethodArgumentResolver> arguments =
                        new ArrayList<>(Objects.requireNonNull(getArgumentResolvers()));
                arguments.addFirst(bodies);
                arguments.addFirst(new PlainArguments());
                setArgumentResolvers(arguments);
                List<HandlerMethodReturnValueHandler> answers =
                        new ArrayList<>(Objects.requireNonNull(getReturnValueHandlers()));
                answers.replaceAll(a -> a instanceof RequestResponseBodyMethodProcessor ? bodies : a);
                setReturnValueHandlers(answers);
            }
        };
    }
}
