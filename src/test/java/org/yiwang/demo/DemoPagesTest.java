package org.yiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;
import org.yiwang.testing.Visitor;

/**
 * The net under the pages: everybody of the cast follows every link of the demo city, nowhere is an error, and the
 * first page of each kind is looked at in a browser on a phone. A page that no link reaches must be named here, with
 * who looks at it instead. So a new page is either reached and good, or somebody says why not.
 */
class DemoPagesTest {

    /** Pages that a form, a message or a code leads to; the tests of their module look at them. */
    private static final Map<String, String> NOT_BY_A_LINK = new TreeMap<>(Map.ofEntries(
            Map.entry("/a/{token}", "a scanned code leads there: AttendanceTest"),
            Map.entry("/awards/objections/{receipt}", "after an objection, by its receipt: AwardsLookTest"),
            Map.entry("/c/{code}", "a scanned card leads there: VolunteerLookTest"),
            Map.entry("/confirm/{token}", "a text message leads there: VolunteerLookTest"),
            Map.entry("/files-too-large", "after a picture that is too large: VolunteerPagesTest"),
            Map.entry("/me/data/close", "after a code: VolunteerPagesTest"),
            Map.entry("/me/account/second-factor", "after a proof of who one is: SecondFactorTest"),
            Map.entry("/me/document", "while one's document waits: DocumentPicturesTest"),
            Map.entry("/gov/stars/below/{id}", "while a star stands below its threshold: StarLookTest"),
            Map.entry("/confirm/mine", "after a code: VolunteerPagesTest"),
            Map.entry("/confirm/mine/{id}", "after a code: VolunteerPagesTest"),
            Map.entry("/join/details", "after a code: VolunteerLookTest, PlainJourneyTest"),
            Map.entry("/reports/{receipt}", "after a report, or by the receipt number: CasesTest"),
            Map.entry("/sign-in/second", "after a password: AccountLookTest, SecondFactorTest"),
            Map.entry("/sign-in/set-up", "after a password: SecondFactorTest"),
            Map.entry(
                    "/me/passport/arrivals/{volunteer}/{id}",
                    "a passport of another platform leads there: TwoServersTest"),
            Map.entry("/gov/passports/{volunteer}/{id}", "a passport of another platform leads there: TwoServersTest"),
            Map.entry("/form-expired", "after a form that was left open: ErrorPagesTest"),
            Map.entry("/organizations/units/{id}", "an answer to a typed address as well: OrganizationPagesTest")));

    /** Not pages: files, fragments, switches. */
    private static final Set<String> NO_PAGES = Set.of(
            "/certificates/card.pdf",
            "/certificates/registration.pdf",
            "/certificates/{number}.pdf",
            "/confirm/mine/{id}/export.json",
            "/demo/outbox.json",
            "/desk/entries/{activity}/{sheet}/proof",
            "/gov/makeup/{activity}/{sheet}/proof",
            "/elder",
            "/manifest.webmanifest",
            "/desk/imports/template",
            "/desk/imports/{id}/progress",
            "/desk/imports/{id}/refused",
            "/desk/imports/{id}/scan",
            "/me/card/code",
            "/me/card/photo.jpg",
            "/me/certificates/{number}/proofs.json",
            "/me/data/export",
            "/me/data/export.json",
            "/me/inbox/{id}",
            "/regions/picker",
            "/regions/picker/found",
            "/robots.txt",
            "/gov/star-rehearsals/{id}/people.csv",
            "/gov/star-rehearsals/{id}/progress",
            "/spot-checks/{id}/records.csv");

    private static final List<String> DOORS =
            List.of("/", "/me", "/desk", "/gov", "/audit", "/activities", "/organizations", "/demo/outbox", "/join");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"(/[^\"#]*)");

    /** Many activities are opened, since each state has its own pages; of the rest a few of each kind. */
    private static final Map<String, Integer> MANY = Map.of(
            "/awards/{id}", 6,
            "/gov/awards/{id}", 6,
            "/desk/activities/{id}", 60,
            "/desk/activities/{id}/posts", 60,
            "/desk/activities", 12,
            "/activities/{id}", 12,
            "/desk/organizations/{id}/below", 6,
            "/desk/organizations/{id}", 12,
            "/gov/organizations", 6);

    private static final int FEW = 3;

    private final Map<String, Pattern> routes = routes();
    private final Set<String> looked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private static final String DATABASE = TestDatabase.freshUrl();

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    /** In an external database, which is faster and must be asked for. */
    @BeforeAll
    static void start() {
        server = ServerProcess.start(Stream.concat(
                        Arrays.stream(DemoCityTest.SMALL),
                        Stream.of(
                                "--spring.datasource.url=" + DATABASE,
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres",
                                "--yiwang.keys=throw-away",
                                "--yiwang.log.key=throw-away",
                                "--yiwang.demo.external=true"))
                .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everything_there_is_to_see_can_be_seen() {
        assertThat(server.tail()).contains("The demo city stands").doesNotContain("is missing from");
        JdbcClient database = JdbcClient.create(source());
        assertThat(states(database, "select distinct state from organization"))
                .contains("WAITING", "RETURNED", "ACTIVE", "STOPPED");
        assertThat(states(database, "select distinct state from organization_member"))
                .contains("ASKED", "INVITED", "MEMBER");
        assertThat(states(database, "select distinct state from activity"))
                .containsExactlyInAnyOrder("DRAFT", "IN_REVIEW", "RETURNED", "PUBLISHED", "CANCELLED", "CLOSED");
        assertThat(states(database, "select distinct recruit_scope from activity"))
                .containsExactlyInAnyOrder("PUBLIC", "TEAMS", "PASS_CODE", "PRIVATE");
        assertThat(states(database, "select distinct state from signup"))
                .containsExactlyInAnyOrder(
                        "APPLIED", "ACCEPTED", "WAITING", "INVITED", "REFUSED", "WITHDRAWN", "CANCELLED", "NO_SHOW");
        assertThat(states(database, "select distinct state || coalesce(hold, '') from record_current"))
                .contains("PENDING", "NOTICE", "HELDLONG_DAY", "HELDVERY_LONG_DAY", "EFFECTIVE", "SUPERSEDED");
        assertThat(states(database, "select distinct state from attendance_pair"))
                .contains("OPEN", "CLOSED");
        assertThat(states(database, "select distinct state from volunteer"))
                .contains("VALID", "UNDER_REVIEW", "UNCONFIRMED");
        assertThat(states(database, "select distinct time_kind from record_entry"))
                .containsExactlyInAnyOrder("CREDIT", "HONOUR");
    }

    @Test
    void every_page_is_reached_by_somebody_and_good() {
        walk(server, null);
        for (Cast one : Cast.values()) {
            walk(server, one);
        }
        Set<String> missing = new HashSet<>(routes.keySet());
        missing.removeAll(looked);
        missing.removeAll(NO_PAGES);
        missing.removeAll(NOT_BY_A_LINK.keySet());
        assertThat(faults).isEmpty();
        assertThat(missing)
                .as("pages that nobody reaches, and of which nobody says why")
                .isEmpty();
    }

    private void walk(ServerProcess server, @Nullable Cast one) {
        Visitor visitor = Visitor.anonymous(server.port());
        if (one != null) {
            assertThat(visitor.get("/sign-in").body()).contains(one.mobile());
            assertThat(visitor.post("/sign-in", Map.of("mobile", one.mobile(), "password", Cast.PASSWORD))
                            .status())
                    .as(one.name())
                    .isEqualTo(303);
        }
        Map<String, Integer> opened = new HashMap<>();
        Map<String, String> toLookAt = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(DOORS);
        Deque<String> todo = new ArrayDeque<>(DOORS);
        while (!todo.isEmpty()) {
            String path = todo.removeFirst();
            String route = routeOf(path);
            if (NO_PAGES.contains(route) || opened.merge(route, 1, Integer::sum) > MANY.getOrDefault(route, FEW)) {
                continue;
            }
            Visitor.Answer answer = visitor.get(path);
            if (answer.status() == 200) {
                if (!looked.contains(route)) {
                    toLookAt.putIfAbsent(route, path);
                }
                Matcher link = LINK.matcher(answer.body());
                while (link.find()) {
                    String next = link.group(1).replace("&amp;", "&");
                    if (known.add(next)) {
                        todo.add(next);
                    }
                }
            } else if (!DOORS.contains(path) && answer.status() != 303 && answer.status() != 302) {
                faults.add(who(one) + " is led to " + path + " and sees " + answer.status());
            }
        }
        look(server, one, toLookAt);
    }

    private void look(ServerProcess server, @Nullable Cast one, Map<String, String> pages) {
        if (pages.isEmpty()) {
            return;
        }
        try (Visit visit = Browsers.open("http://localhost:" + server.port(), Screen.PHONE)) {
            if (one != null) {
                visit.signIn(one.mobile(), Cast.PASSWORD);
            }
            pages.forEach((route, path) -> {
                looked.add(route);
                visit.takeFaults();
                visit.go(path);
                visit.shoot("demo-" + who(one) + route);
                try {
                    visit.assertGood();
                } catch (AssertionError e) {
                    faults.add(who(one) + " at " + path + ": " + e.getMessage());
                }
            });
        }
    }

    private static List<@Nullable String> states(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DATABASE);
        return source;
    }

    private static String who(@Nullable Cast one) {
        return one == null ? "anyone" : one.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The route that answers the path; the most precise one where several fit. */
    private String routeOf(String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingInt((String r) -> r.split("\\{").length)
                        .thenComparing(r -> -r.length()))
                .orElse(plain);
    }

    /** The pages by their routes, from the list of reviewed permissions, which holds every route. */
    private static Map<String, Pattern> routes() {
        try (var lines = Files.lines(Path.of("src/test/resources/permissions.csv"))) {
            return lines.skip(1)
                    .filter(line -> line.contains(",GET,") && !line.startsWith("/api/"))
                    .map(line -> line.substring(0, line.indexOf(",GET,")))
                    .collect(Collectors.toMap(
                            route -> route,
                            route -> Pattern.compile(Arrays.stream(route.split("(?<=})|(?=\\{[a-z]+[:}])"))
                                    .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                                    .collect(Collectors.joining()))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
