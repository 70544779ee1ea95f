package org.pengjiang.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/** What all code keeps to, whatever it is about. */
final class CodeRules {
    private static final Set<String> PANACHE_METHODS = Stream.of(PanacheRepositoryBase.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private CodeRules() {}

    /** @param byMachineTime names of the classes that go by the time of the machine, such as the clock itself */
    static List<ArchRule> all(Set<String> byMachineTime) {
        return List.of(
                noClasses()
                        .that(DescribedPredicate.describe(
                                "go by the clock", (JavaClass type) -> !byMachineTime.contains(type.getName())))
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
                        .dependOnClassesThat(JavaClass.Predicates.equivalentTo(java.util.logging.Logger.class)
                                .or(resideInAnyPackage(
                                        "org.slf4j..", "org.apache.log4j..", "org.apache.commons.logging..")))
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
                                "it makes a native query with a result class", CodeRules::isTypedNativeQuery))
                        .as("native SQL goes through JDBC")
                        .because(
                                "Hibernate keeps a plan for each such call that it never finds again, and searches them all; use doReturningWork or a DataSource instead"),
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

    /** For a service: the kit itself makes Panache keep to scopes, and filters what all libraries log. */
    static List<ArchRule> ofService() {
        return List.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..")
                        .as("a service leaves java.util.logging alone")
                        .because("only the kit filters what is logged; use org.jboss.logging.Logger instead"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..model..")
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "it is one of Panache's own, which knows no scope", CodeRules::isUnscoped))
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
                                "a finder outside forgets the division scope; ask the repository in model, or project with SQL instead"));
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
