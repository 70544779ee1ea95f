package org.pengjiang.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/**
 * The architecture of a service as tests. The service names its features, so that every rule guards packages that exist,
 * and a new one is noticed:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureRules.of("org.pengjiang.project").features("investor", "gate").tests();
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final Set<String> FORBIDDEN_PACKAGE_NAMES =
            Set.of("util", "utils", "common", "helper", "helpers", "misc");
    private static final Set<String> PANACHE_METHODS = Stream.of(PanacheRepositoryBase.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final String root;
    private final JavaClasses classes;
    private final List<String> features;
    private final Set<String> shown;

    private ArchitectureRules(String root, JavaClasses classes, List<String> features, Set<String> shown) {
        this.root = root;
        this.classes = classes;
        this.features = features;
        this.shown = shown;
    }

    public static ArchitectureRules of(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return of(root, classes);
    }

    static ArchitectureRules of(String root, JavaClasses classes) {
        return new ArchitectureRules(root, classes, List.of(), Set.of());
    }

    /** Every feature package of the service by its simple name; {@code model} and {@code events} go without saying. */
    public ArchitectureRules features(String... names) {
        return new ArchitectureRules(root, classes, List.of(names), shown);
    }

    /** Members of request records that are only shown, although their names are those of keys: {@code Record.member}. */
    public ArchitectureRules shown(String... members) {
        return new ArchitectureRules(root, classes, features, Set.of(members));
    }

    public Stream<DynamicTest> tests() {
        Map<String, ArchRule> rules = new TreeMap<>();
        direction().forEach(rule -> rules.put(rule.getDescription(), rule));
        Stream.of(EndpointRules.all(), codeRules())
                .flatMap(List::stream)
                .forEach(rule -> rules.put(rule.getDescription(), rule));
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("the guarded packages exist and no other", this::packagesAreThoseNamed),
                        DynamicTest.dynamicTest("every package says what it is", this::packagesAreDescribed),
                        DynamicTest.dynamicTest(
                                "every record can be written down whatever it holds",
                                () -> RecordTexts.assertSafe(classes)),
                        DynamicTest.dynamicTest(
                                "every problem code has its texts in both languages",
                                () -> ProblemCatalogue.assertComplete(classes)),
                        DynamicTest.dynamicTest(
                                "every decisive event has its title in both languages",
                                () -> EventTitles.assertComplete(classes)),
                        DynamicTest.dynamicTest(
                                "every text of a request says what it may hold",
                                () -> RequestTexts.assertBounded(classes)),
                        DynamicTest.dynamicTest(
                                "every pattern gives an example of what fits it",
                                () -> PatternExamples.assertGiven(classes)),
                        DynamicTest.dynamicTest(
                                "every key of a request has one spelling",
                                () -> RequestTexts.assertKeysHaveOneSpelling(classes, shown))),
                rules.entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(classes))));
    }

    private void packagesAreThoseNamed() {
        Set<String> wanted = new TreeSet<>(features);
        wanted.add("model");
        wanted.add("events");
        Set<String> present = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1).split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        if (!present.equals(wanted)) {
            throw new AssertionError("the rules guard " + wanted + " under " + root + ", and there are " + present
                    + ": name the features that exist, so that no rule guards nothing");
        }
        present.stream().filter(FORBIDDEN_PACKAGE_NAMES::contains).findFirst().ifPresent(name -> {
            throw new AssertionError("a package named " + name + " says nothing: name it after what the service does");
        });
    }

    private void packagesAreDescribed() {
        List<String> bare = new ArrayList<>();
        for (JavaClass type : classes) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class) && !bare.contains(home.getName())) {
                bare.add(home.getName());
            }
        }
        if (!bare.isEmpty()) {
            throw new AssertionError(
                    "without a package-info.java of one sentence and @NullMarked, null is unchecked: " + bare);
        }
    }

    private List<ArchRule> direction() {
        String model = root + ".model..";
        String events = root + ".events..";
        List<ArchRule> rules = new ArrayList<>();
        rules.add(noClasses()
                .that()
                .resideInAPackage(model)
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(model, events))))
                .as("the model uses no feature")
                .because("rules would follow whoever uses them; move what it needs into model instead"));
        rules.add(
                noClasses()
                        .that()
                        .resideInAPackage(model)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.ws.rs..", "org.apache.kafka..", "io.vertx..", "org.jboss.resteasy..")
                        .as("the model knows neither HTTP nor Kafka")
                        .because(
                                "the kit alone maps refusals and events; throw a DomainException, append a DomainEvent instead"));
        rules.add(
                classes()
                        .that()
                        .resideInAPackage(events)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                events,
                                "java..",
                                "org.jspecify..",
                                "org.pengjiang.kit.log..",
                                "com.fasterxml.jackson.annotation..")
                        .as("events are made of JDK types")
                        .because(
                                "they are promises to others; a type of ours in them would be renamed one day: use a JDK type instead"));
        for (String feature : features) {
            String home = root + "." + feature + "..";
            rules.add(
                    noClasses()
                            .that()
                            .resideInAPackage(home)
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage(root + ".*..").and(not(resideInAnyPackage(home, model, events))))
                            .as("feature " + feature + " uses no other feature")
                            .because(
                                    "what it needs there is a rule (put it into model) or a reaction (follow the event) instead"));
        }
        return rules;
    }

    private static List<ArchRule> codeRules() {
        return List.of(
                noClasses()
                        .should(OwnTime.askTheMachine())
                        .as("time comes from the injected Clock")
                        .because(
                                "tests and demos start it elsewhere; inject java.time.Clock and call now(clock) instead"),
                noFields()
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                        .orShould()
                        .beAnnotatedWith("jakarta.ws.rs.core.Context")
                        .orShould()
                        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                        .as("nothing is injected into fields")
                        .because(
                                "such an object cannot be made complete; take it in the constructor, configuration by @ConfigMapping instead"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.util.logging..",
                                "org.slf4j..",
                                "org.apache.log4j..",
                                "org.apache.commons.logging..")
                        .as("there is one logger")
                        .because("only it carries the trace id everywhere; use org.jboss.logging.Logger instead"),
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .as("nothing prints")
                        .because("a printed line has no level and no trace id; use org.jboss.logging.Logger instead"),
                noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "it makes a native query with a result class", ArchitectureRules::isTypedNativeQuery))
                        .as("native SQL goes through JDBC")
                        .because(
                                "Hibernate keeps a plan for each such call that it never finds again, and searches them all; use doReturningWork or a DataSource instead"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..model..")
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "it is one of Panache's own, which knows no scope", ArchitectureRules::isUnscoped))
                        .as("features load by scope")
                        .because("Panache's finders forget the division; use find(scope, id) or forChange instead"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.quarkus.hibernate.orm.panache..", "io.quarkus.panache..")
                        .as("Panache stays in the model")
                        .because(
                                "a finder outside forgets the division scope; ask the repository in model, or project with SQL instead"),
                fields().that()
                        .haveRawType(assignableTo(Iterable.class))
                        .should()
                        .notBeAnnotatedWith("jakarta.validation.Valid")
                        .as("elements are validated where they are named")
                        .because(
                                "a list that is @Valid itself is deprecated and warns at every start; use List<@Valid X> instead")
                        .allowEmptyShould(true),
                fields().that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .should()
                        .notBePublic()
                        .as("entities have no public field")
                        .because("state changes by verbs; give the aggregate a method that says what happens instead")
                        .allowEmptyShould(true));
    }

    private static boolean isTypedNativeQuery(JavaMethodCall call) {
        return call.getName().equals("createNativeQuery")
                && call.getTarget().getRawParameterTypes().size() > 1;
    }

    private static boolean isUnscoped(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(AggregateRepository.class)
                && PANACHE_METHODS.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(DivisionScope.class));
    }
}
