package org.yiwang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;

/** Lets a handler ask for the {@link Actor}; one that may be absent is declared {@code @Nullable}. */
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    @Nullable
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        Actor actor = Actors.find(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        if (actor == null && !parameter.isOptional()) {
            throw new Refusal(Actor.AccessProblem.SIGN_IN_FIRST);
        }
        return actor;
    }
}
