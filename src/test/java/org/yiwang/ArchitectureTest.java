package org.yiwang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yiwang.web.Access;

/** The rules of the house that a machine can check, each with its reason. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/gg/jte/"))
            .importPackages("org.yiwang");

    private static final Set<String> ASKS_THE_MACHINE_FOR_THE_TIME = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalTime.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.Year.now()",
            "java.time.YearMonth.now()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance()",
            "java.lang.System.currentTimeMillis()");

    /** Not called stores, and yet each keeps one small table of its own that nothing else reads. */
    private static final Set<String> KEEP_ONE_TABLE = Set.of("Idempotency", "IdempotencyKeys", "Jobs", "RegionImport");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "time_comes_from_the_clock",
                        noClasses()
                                .should()
                                .callMethodWhere(
                                        describe("asks the machine for the time", ArchitectureTest::asksForTime))
                                .orShould()
                                .callConstructor(java.util.Date.class)
                                .because("tests set the clock, and its zone is the city's (design 4.10)")),
                rule(
                        "nobody_sleeps",
                        noClasses()
                                .should()
                                .callMethod(Thread.class, "sleep", long.class)
                                .orShould()
                                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                                .because(
                                        "what waits for a moment is a job in the database; what waits for an event listens")),
                rule(
                        "only_the_command_line_prints",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.yiwang.launch")
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")
                                .orShould()
                                .callMethod(Throwable.class, "printStackTrace")
                                .because("a server speaks through its log")),
                rule(
                        "stores_are_hidden",
                        classes()
                                .that()
                                .haveSimpleNameEndingWith("Store")
                                .should()
                                .bePackagePrivate()
                                .because("other modules ask the entry point, never the tables")),
                rule(
                        "only_stores_speak_sql",
                        fields().that()
                                .haveRawType(JdbcClient.class)
                                .or()
                                .haveRawType(JdbcTemplate.class)
                                .or()
                                .haveRawType(DataSource.class)
                                .should()
                                .beDeclaredInClassesThat(
                                        describe("are stores, or listed here", ArchitectureTest::maySpeakSql))
                                .because("all SQL of a module is in its stores, where it can be read in one place")),
                rule(
                        "pages_see_no_database",
                        noClasses()
                                .that()
                                .resideInAPackage("org.yiwang..web")
                                .and()
                                .doNotHaveSimpleName("Idempotency")
                                .and()
                                .doNotHaveSimpleName("IdempotencyKeys")
                                .and()
                                // reads no row: only by which state of SQL something was refused
                                .doNotHaveSimpleName("NoText")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                                .because("they ask the entry point, which knows who may see what")),
                rule(
                        "controllers_are_hidden",
                        classes()
                                .that()
                                .areMetaAnnotatedWith(Controller.class)
                                .should()
                                .bePackagePrivate()
                                .andShould()
                                .resideInAnyPackage("org.yiwang..web", "org.yiwang.door")
                                .because("nothing but the web calls them, and they must not see stores")),
                rule(
                        "every_route_names_its_rule",
                        methods()
                                .that()
                                .areMetaAnnotatedWith(RequestMapping.class)
                                .should()
                                .beAnnotatedWith(Access.class)
                                .because("a route without a rule is closed to everybody (design 4.8)")),
                rule(
                        "dependencies_come_by_constructor",
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .because("a class says all it needs in its constructor")),
                rule(
                        "things_have_names",
                        noClasses()
                                .should()
                                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                                .because("a class named so has no name yet")),
                rule(
                        "minutes_are_whole",
                        noFields()
                                .that()
                                .haveNameMatching("(?i).*minutes")
                                .should()
                                .haveRawType(double.class)
                                .orShould()
                                .haveRawType(float.class)
                                .because("time is counted in whole minutes (design 4.1)")),
                rule(
                        "methods_take_few_parameters",
                        noMethods()
                                .that()
                                .areDeclaredInClassesThat()
                                .areNotRecords()
                                .and(describe("are written by us", ArchitectureTest::isWritten))
                                .should(takeMoreThan(6))
                                .because("more than six want a record with names")),
                rule(
                        "kernel_and_platform_know_no_framework",
                        noClasses()
                                .that()
                                .resideInAnyPackage("org.yiwang.kernel", "org.yiwang.platform")
                                .and()
                                .doNotHaveSimpleName("package-info")
                                .and()
                                .doNotHaveFullyQualifiedName("org.yiwang.platform.Moments")
                                .and()
                                .doNotHaveFullyQualifiedName("org.yiwang.platform.CopyRows")
                                .and()
                                .haveNameNotMatching("org\\.yiwang\\.platform\\.AfterCommit.*")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                                .because(
                                        "its values are used everywhere; only Moments and CopyRows, for the stores, know rows,"
                                                + " and AfterCommit knows transactions")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    /** Each in the notes of both modules and in the table of the architecture page. */
    @Test
    void whatever_modules_tell_and_ask_those_above_is_written_down() throws IOException {
        List<String> table = Files.readAllLines(Path.of("docs/architecture.md"));
        for (Crossing crossing : crossings()) {
            assertThat(notes(crossing.owner)).as("notes of %s", crossing.owner).containsPattern(crossing.word());
            assertThat(notes(crossing.above)).as("notes of %s", crossing.above).containsPattern(crossing.word());
            assertThat(table)
                    .as("table of the architecture")
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("| " + crossing.owner + " |")
                            .containsPattern(crossing.word())
                            .containsPattern("\\b" + crossing.above + "\\b"));
        }
    }

    private static Set<Crossing> crossings() {
        Set<Crossing> all = new LinkedHashSet<>();
        for (JavaClass type : PROGRAM) {
            if (!type.isInterface()) {
                type.getAllRawInterfaces().forEach(asked -> all.add(Crossing.of(asked, type)));
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isMetaAnnotatedWith(EventListener.class)) {
                    method.getRawParameterTypes().forEach(event -> all.add(Crossing.of(event, type)));
                } else if (method.isAnnotatedWith(Bean.class)
                        && method.getRawReturnType().isInterface()) {
                    all.add(Crossing.of(method.getRawReturnType(), type));
                }
            }
        }
        all.removeIf(
                c -> c.owner.equals(c.above) || Set.of("", "kernel", "platform").contains(c.owner));
        return all;
    }

    private static String notes(String module) throws IOException {
        return Files.readString(Path.of("src/main/java/org/yiwang", module, "package-info.java"));
    }

    private static Arguments rule(String name, ArchRule rule) {
        return Arguments.of(name, rule);
    }

    private static boolean asksForTime(JavaMethodCall call) {
        return ASKS_THE_MACHINE_FOR_THE_TIME.contains(call.getTarget().getFullName());
    }

    private static boolean maySpeakSql(JavaClass type) {
        return type.getSimpleName().endsWith("Store") || KEEP_ONE_TABLE.contains(type.getSimpleName());
    }

    private static boolean isWritten(JavaMethod method) {
        return !method.getName().contains("$") && !method.getOwner().getName().contains("$$");
    }

    /** An event or an interface of one module that another one, above it, listens to or implements. */
    private record Crossing(String owner, String name, String above) {

        static Crossing of(JavaClass owned, JavaClass above) {
            JavaClass outer = owned;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return new Crossing(module(owned), outer.getSimpleName(), module(above));
        }

        private static String module(JavaClass type) {
            String[] packages = type.getPackageName().split("\\.");
            return type.getPackageName().startsWith("org.yiwang.") ? packages[2] : "";
        }

        String word() {
            return "\\b" + name + "\\b";
        }
    }

    private static ArchCondition<JavaMethod> takeMoreThan(int parameters) {
        return new ArchCondition<>("take more than " + parameters + " parameters") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                int count = method.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        method,
                        count > parameters,
                        method.getFullName() + " takes " + count
                                + (method.getModifiers().contains(PUBLIC) ? " (public)" : "")));
            }
        };
    }
}
