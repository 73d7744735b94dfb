package org.yiwang.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/** Refuses a call whose caller lacks the permission that the route names. A route of ours that names none is closed. */
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || request.getDispatcherType() == DispatcherType.ERROR
                || !method.getBeanType().getName().startsWith("org.yiwang.")) {
            return true;
        }
        Access access = method.getMethodAnnotation(Access.class);
        Permission needed = access == null ? null : access.value();
        if (needed == Permission.ANYONE) {
            return true;
        }
        Actor actor = Actors.find(request);
        if (actor == null) {
            throw new Refusal(Actor.AccessProblem.SIGN_IN_FIRST);
        }
        if (needed == null || !actor.may(needed)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
        return true;
    }
}
