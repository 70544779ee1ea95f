package org.pengjiang.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The architecture of a service as tests. The service declares its rooms and the arrows between them, or names its features
 * around one {@code model} and the parts of that model in their order, so that every rule guards packages that exist, and a
 * new one is noticed:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureRules.of("org.pengjiang.project")
 *             .rooms(room("kernel"), room("investors").uses("kernel"), channel("imports"))
 *             .tests();
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final Set<String> FORBIDDEN_PACKAGE_NAMES =
            Set.of("util", "utils", "common", "helper", "helpers", "misc");

    private final String root;
    private final JavaClasses classes;
    private final List<String> features;
    private final List<String> modelParts;
    private final List<Room> rooms;
    private final Set<String> shown;

    private ArchitectureRules(
            String root,
            JavaClasses classes,
            List<String> features,
            List<String> modelParts,
            List<Room> rooms,
            Set<String> shown) {
        this.root = root;
        this.classes = classes;
        this.features = features;
        this.modelParts = modelParts;
        this.rooms = rooms;
        this.shown = shown;
    }

    public static ArchitectureRules of(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return of(root, classes);
    }

    static ArchitectureRules of(String root, JavaClasses classes) {
        return new ArchitectureRules(root, classes, List.of(), List.of(), List.of(), Set.of());
    }

    /** Every feature package of the service by its simple name; {@code model} and {@code events} go without saying. */
    public ArchitectureRules features(String... names) {
        return new ArchitectureRules(root, classes, List.of(names), modelParts, List.of(), shown);
    }

    /**
     * Every sub-package of {@code model} by its simple name, in the order of use: each may use those before it and none after
     * it. Without this, {@code model} is one package.
     */
    public ArchitectureRules model(String... parts) {
        return new ArchitectureRules(root, classes, features, List.of(parts), List.of(), shown);
    }

    /**
     * Every room of the service with the arrows between them, in place of features: each has a {@code model} of its own.
     * {@code events} goes without saying, and every room may use it.
     */
    public ArchitectureRules rooms(Room... declared) {
        return new ArchitectureRules(root, classes, List.of(), List.of(), List.of(declared), shown);
    }

    /** Members of request records that are only shown, although their names are those of keys: {@code Record.member}. */
    public ArchitectureRules shown(String... members) {
        return new ArchitectureRules(root, classes, features, modelParts, rooms, Set.of(members));
    }

    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> problems = Stream.of(DynamicTest.dynamicTest(
                "every problem code has its texts in both languages", () -> ProblemCatalogue.assertComplete(classes)));
        List<ArchRule> ofService = Stream.concat(EndpointRules.ofService().stream(), CodeRules.ofService().stream())
                .toList();
        return Stream.of(direction(), problems, checks(ofService), ofAnyCode()).flatMap(tests -> tests);
    }

    /** Which packages there are, and which of them may use which. */
    Stream<DynamicTest> direction() {
        Stream<DynamicTest> packages = rooms.isEmpty()
                ? Stream.of(
                                Stream.of(DynamicTest.dynamicTest(
                                        "the guarded packages exist and no other", this::packagesAreThoseNamed)),
                                new ModelRules(root, classes, modelParts).tests(),
                                checks(betweenFeatures()))
                        .flatMap(tests -> tests)
                : new RoomRules(root, classes, rooms).tests();
        return Stream.concat(packages, checks(ofModelsAndEvents()));
    }

    /** What holds for a library too. */
    Stream<DynamicTest> ofAnyCode(String... byMachineTime) {
        Stream<DynamicTest> texts = Stream.of(
                DynamicTest.dynamicTest("every package says what it is", this::packagesAreDescribed),
                DynamicTest.dynamicTest("no package has a name that says nothing", this::packagesAreNamed),
                DynamicTest.dynamicTest(
                        "every record can be written down whatever it holds", () -> RecordTexts.assertSafe(classes)),
                DynamicTest.dynamicTest(
                        "every decisive event has its title in both languages",
                        () -> EventTitles.assertComplete(classes)),
                DynamicTest.dynamicTest(
                        "every text of a request says what it may hold", () -> RequestTexts.assertBounded(classes)),
                DynamicTest.dynamicTest(
                        "every pattern gives an example of what fits it", () -> PatternExamples.assertGiven(classes)),
                DynamicTest.dynamicTest(
                        "every key of a request has one spelling",
                        () -> RequestTexts.assertKeysHaveOneSpelling(classes, shown)));
        List<ArchRule> rules = Stream.of(EndpointRules.all(), ScopeRules.all(), CodeRules.all(Set.of(byMachineTime)))
                .flatMap(List::stream)
                .toList();
        return Stream.concat(texts, checks(rules));
    }

    private Stream<DynamicTest> checks(List<ArchRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(ArchRule::getDescription))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
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
    }

    private void packagesAreNamed() {
        classes.stream()
                .flatMap(type -> Stream.of(type.getPackageName().split("\\.")))
                .filter(FORBIDDEN_PACKAGE_NAMES::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new AssertionError(
                            "a package named " + name + " says nothing: name it after what the code in it does");
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

    private List<ArchRule> ofModelsAndEvents() {
        String events = root + ".events..";
        return List.of(
                noClasses()
                        .that()
                        .resideInAPackage(rooms.isEmpty() ? root + ".model.." : root + ".*.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.ws.rs..", "org.apache.kafka..", "io.vertx..", "org.jboss.resteasy..")
                        .as("the model knows neither HTTP nor Kafka")
                        .because(
                                "the kit alone maps refusals and events; throw a DomainException, append a DomainEvent instead")
                        .allowEmptyShould(!rooms.isEmpty()),
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
                                "they are promises to others; a type of ours in them would be renamed one day: use a JDK type instead")
                        .allowEmptyShould(!rooms.isEmpty()));
    }

    private List<ArchRule> betweenFeatures() {
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
}
