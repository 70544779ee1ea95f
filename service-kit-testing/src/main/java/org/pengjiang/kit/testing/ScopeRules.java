package org.pengjiang.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.log.access.SubjectPermissions;
import org.pengjiang.kit.supervision.PeriodicJob;

/** Tenants are kept apart by what a query takes. */
final class ScopeRules {
    /** What says whose rows a query may find: a scope, the caller it follows from, an aggregate that was loaded by one. */
    private static final List<Class<?>> SAYS_WHOSE = List.of(Scope.class, Caller.class, LoggedAggregate.class);

    /** Enough for what no list shows: a directory or a copy that is asked about one place. */
    private static final Class<?> SAYS_WHERE = DivisionCode.class;

    private static final List<Class<?>> ASKS_THE_DATABASE = List.of(EntityManager.class, DataSource.class, Jdbc.class);

    /** What no person asks for. */
    private static final List<Class<?>> BACKGROUND = List.of(EventConsumer.class, PeriodicJob.class, DueSource.class);

    private ScopeRules() {}

    static List<ArchRule> all() {
        return List.of(
                classes()
                        .that(DescribedPredicate.describe(
                                "are repositories, called Queries or ask the database in the model",
                                ScopeRules::readsForTenants))
                        .should(takeAScope())
                        .as("every query takes a scope")
                        .because(
                                "it finds the rows of every tenant otherwise; take a Scope, the Caller or an aggregate,"
                                        + " or say by @Unscoped why none is needed instead")
                        .allowEmptyShould(true),
                classes()
                        .that()
                        .areAssignableTo(LoggedAggregate.class)
                        .and()
                        .doNotHaveModifier(JavaModifier.ABSTRACT)
                        .should(standInLogSubjects())
                        .as("log-subjects.properties says who reads the log rows of each aggregate")
                        .because("the feed shows the rows of a type without a line to no staff; add one with the"
                                + " permission that its timeline, or reading it, needs")
                        .allowEmptyShould(true),
                noClasses()
                        .that(DescribedPredicate.describe("are no background work", type -> !isBackground(type)))
                        .should()
                        .callMethod(Scope.class, "system")
                        .as("only background work sees all tenants")
                        .because("a request has a caller; take the scope of the caller, or hand the system's on from a"
                                + " consumer, a periodic job or a due source instead"));
    }

    private static ArchCondition<JavaClass> standInLogSubjects() {
        SubjectPermissions subjects = SubjectPermissions.load();
        return new ArchCondition<>("stand in log-subjects.properties") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String subjectType = subjectType(type.reflect());
                if (!subjects.knows(subjectType)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getFullName() + " logs as " + subjectType + ", which has no line"));
                }
            }
        };
    }

    private static String subjectType(Class<?> aggregate) {
        try {
            Constructor<?> asHibernateMakesIt = aggregate.getDeclaredConstructor();
            asHibernateMakesIt.setAccessible(true);
            return ((LoggedAggregate) asHibernateMakesIt.newInstance()).subjectType();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(aggregate.getName(), e);
        }
    }

    private static boolean readsForTenants(JavaClass type) {
        return !type.isEquivalentTo(AggregateRepository.class) && (showsRows(type) || asksInModel(type));
    }

    private static boolean showsRows(JavaClass type) {
        return type.isAssignableTo(AggregateRepository.class)
                || type.getSimpleName().endsWith("Queries");
    }

    private static boolean asksInModel(JavaClass type) {
        return List.of(type.getPackageName().split("\\.")).contains("model")
                && type.getFields().stream()
                        .anyMatch(field -> ASKS_THE_DATABASE.stream().anyMatch(field.getRawType()::isEquivalentTo));
    }

    private static boolean isBackground(JavaClass type) {
        return BACKGROUND.stream().anyMatch(type::isAssignableTo);
    }

    private static ArchCondition<JavaClass> takeAScope() {
        return new ArchCondition<>("take a scope in every method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(ScopeRules::isCallable)
                        .filter(method -> !isUnscoped(method) && !saysWhose(method))
                        .forEach(method -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + " takes no scope")));
            }
        };
    }

    /** What gives nothing back finds nothing for anybody. */
    private static boolean isCallable(JavaMethod method) {
        return !method.getRawReturnType().isEquivalentTo(void.class)
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isUnscoped(JavaMethod method) {
        return method.isAnnotatedWith(Unscoped.class) || method.getOwner().isAnnotatedWith(Unscoped.class);
    }

    private static boolean saysWhose(JavaMethod method) {
        boolean isAskedAboutOnePlace = !showsRows(method.getOwner())
                && method.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(SAYS_WHERE));
        return isAskedAboutOnePlace
                || method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> SAYS_WHOSE.stream().anyMatch(parameter::isAssignableTo));
    }
}
