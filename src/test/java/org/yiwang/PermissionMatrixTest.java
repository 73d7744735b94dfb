package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;
import org.yiwang.web.Access;

/**
 * Every route, called over HTTP by everybody that somebody can be: nobody signed in, a volunteer, and each role in and
 * out of the city. Whether they pass must be what the route's {@link Access} says. The rules themselves stand in
 * {@code permissions.csv}, so that a changed rule shows in review.
 */
@CityTest
class PermissionMatrixTest {

    private static final Path GOLDEN = Path.of("src/test/resources/permissions.csv");
    private static final String HOW_TO_RENEW = "mvn -Dfast test -Dtest=PermissionMatrixTest -Dgolden.write=true";
    private static final Set<Role> AT_ORGANIZATIONS = EnumSet.of(Role.ORGANIZATION_ADMIN, Role.CAPTAIN, Role.LIAISON);

    /** {@code {name}} or {@code {name:regex}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::((?:[^{}]|\\{[^}]*})*))?}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TestClock clock;

    @Test
    void every_route_names_its_rule_and_the_rules_are_those_that_were_reviewed() throws Exception {
        List<Route> routes = routes();
        assertThat(routes.stream().filter(r -> r.permission() == null).map(Route::toString))
                .as("routes without @Access")
                .isEmpty();
        String now = "route,method,permission\n"
                + routes.stream().map(Route::line).distinct().collect(Collectors.joining("\n"))
                + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(now)
                .as("The routes or their rules changed. If that is meant, renew the list with: %s", HOW_TO_RENEW)
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everybody_passes_where_the_rule_lets_them_and_nowhere_else() throws Exception {
        clock.reset();
        List<Route> routes =
                routes().stream().filter(route -> route.permission() != null).toList();
        List<String> wrong = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<String>> answers : threads.invokeAll(callers().stream()
                    .map(caller -> (Callable<List<String>>) () -> wrong(caller, routes))
                    .toList())) {
                wrong.addAll(answers.get());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Caller caller, List<Route> routes) {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            Answer answer = caller.call(route);
            String verdict = verdict(answer);
            String expected = caller.passes(Objects.requireNonNull(route.permission())) ? "passes" : "denied";
            if (!verdict.equals(expected)) {
                wrong.add(caller.name + ": " + route + " " + expected + " by the rule, but " + verdict + " ("
                        + answer.status() + " " + answer.location() + ")");
            }
        }
        return wrong;
    }

    /** Out of scope is past the route's rule: the thing asked for decides it. */
    private static String verdict(Answer answer) {
        boolean toSignIn = answer.status() == 303 && answer.location().startsWith("/sign-in?next=");
        boolean notAllowed = answer.status() == 403
                && (answer.code().equals("access.not-allowed") || answer.body().contains("您的账号没有这项权限"));
        boolean signInFirst = answer.status() == 401 && answer.code().equals("access.sign-in-first");
        return toSignIn || notAllowed || signInFirst ? "denied" : answer.status() >= 500 ? "fails" : "passes";
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.yiwang.")) {
                return;
            }
            Access access = handler.getMethodAnnotation(Access.class);
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    routes.add(new Route(
                            pattern,
                            method.name(),
                            access == null ? null : access.value(),
                            mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                                    .map(Object::toString)
                                    .findFirst()
                                    .orElse(null)));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    private static List<Caller> callers() {
        List<Caller> callers = new ArrayList<>();
        callers.add(new Caller("nobody", false, Set.of(), Visitor::anonymous));
        callers.add(person("volunteer"));
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            if (AT_ORGANIZATIONS.contains(role)) {
                callers.add(person(name + " of some organization", PeopleFixture.at(role, Ids.next())));
            } else {
                callers.add(person(name + " of the city", PeopleFixture.at(role, "4201")));
                callers.add(person(name + " of another city", PeopleFixture.at(role, "4301")));
            }
        }
        return callers;
    }

    private static Caller person(String name, Grant... grants) {
        Set<Role> roles = List.of(grants).stream().map(Grant::role).collect(Collectors.toSet());
        return new Caller(name, true, roles, () -> Visitor.asAccount(PeopleFixture.account(name, grants)));
    }

    /**
     * A route.
     *
     * @param permission its rule, null if it names none
     * @param consumes type of body that it insists on, null for any
     */
    private record Route(
            String pattern,
            String method,
            @Nullable Permission permission,
            @Nullable String consumes) {

        /** The address with ids that nothing has. */
        String path() {
            return VARIABLE.matcher(pattern)
                    .replaceAll(variable -> filler(variable.group(1)))
                    .replace("/**", "/nothing-here");
        }

        private static String filler(@Nullable String regex) {
            return Stream.of(Ids.text(Ids.next()), "nothing", "nothing.here", "420100", "2026", "keep")
                    .filter(text -> regex == null || text.matches(regex))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Add a text that fits " + regex));
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        String line() {
            return pattern + "," + method + "," + permission;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** Somebody; replaced by another of the kind when a call ended the session or closed the account. */
    private static final class Caller {

        private final String name;
        private final boolean signedIn;
        private final Set<Role> roles;
        private final Supplier<Visitor> next;
        private Visitor visitor;

        Caller(String name, boolean signedIn, Set<Role> roles, Supplier<Visitor> next) {
            this.name = name;
            this.signedIn = signedIn;
            this.roles = roles;
            this.next = next;
            this.visitor = next.get();
        }

        boolean passes(Permission permission) {
            return switch (permission) {
                case ANYONE -> true;
                case SIGNED_IN -> signedIn;
                default -> roles.stream().anyMatch(role -> role.carries(permission));
            };
        }

        Answer call(Route route) {
            Answer answer = send(route);
            if (!route.method().equals("GET") && signedIn && isGone()) {
                visitor = next.get();
            }
            return answer;
        }

        private boolean isGone() {
            return visitor.cookie("yw_session") == null
                    || visitor.api("GET", "/api/v1/me", null).status() == 401;
        }

        private Answer send(Route route) {
            if (route.isApi()) {
                return visitor.api(route.method(), route.path(), route.method().equals("GET") ? null : Map.of());
            }
            if (route.method().equals("GET")) {
                return visitor.get(route.path());
            }
            if (route.consumes() != null && route.consumes().startsWith("multipart/")) {
                return visitor.postMultipart(route.path(), new LinkedHashMap<>());
            }
            return visitor.post(route.path(), Map.of());
        }
    }
}
