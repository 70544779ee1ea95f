package org.pengjiang.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.table.TableReader;
import org.pengjiang.kit.table.TableRows;

/** What every resource method of a service keeps to. */
final class EndpointRules {
    private static final List<Class<? extends Annotation>> CHANGING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);
    private static final List<Class<? extends Annotation>> READING = List.of(GET.class, HEAD.class, OPTIONS.class);
    private static final List<Class<? extends Annotation>> WHO_MAY =
            List.of(PermissionsAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);
    private static final Pattern ASKS_ONLY = Pattern.compile("(?:.*[/-])?(?:check|preview|search|lookup)");

    private static final DescribedPredicate<JavaMethod> ENDPOINT = new DescribedPredicate<>("endpoint methods") {
        @Override
        public boolean test(JavaMethod method) {
            return hasAny(method, CHANGING) || hasAny(method, READING);
        }
    };
    private static final DescribedPredicate<JavaClass> RESOURCE = new DescribedPredicate<>("a resource or a consumer") {
        @Override
        public boolean test(JavaClass type) {
            return type.isAnnotatedWith(Path.class)
                    || (type.isAssignableTo(EventConsumer.class) && !type.isEquivalentTo(EventConsumer.class));
        }
    };

    private EndpointRules() {}

    private static boolean isGranted(JavaMethod method) {
        if (!method.isAnnotatedWith(PermissionsAllowed.class)) {
            return true;
        }
        String[] named = method.getAnnotationOfType(PermissionsAllowed.class).value();
        return named.length == 1 && !RolePermissions.load().rolesWith(named[0]).isEmpty();
    }

    static List<ArchRule> all() {
        return List.of(
                methods()
                        .that(ENDPOINT)
                        .should()
                        .bePublic()
                        .as("endpoint methods are public")
                        .because(
                                "a non-public one is passed over in silence and answers 404; make the method public instead"),
                methods()
                        .that(ENDPOINT)
                        .should(say(
                                "name who may call them",
                                method -> hasAny(method, WHO_MAY),
                                "has no @PermissionsAllowed, @Authenticated, @PermitAll or @DenyAll"))
                        .as("every endpoint method says who may call it")
                        .because("a permission of the class or a path rule is overlooked; annotate the method instead"),
                methods()
                        .that(ENDPOINT)
                        .should(say(
                                "name one permission that some role has",
                                EndpointRules::isGranted,
                                "needs a permission that no role has, or more than one"))
                        .as("every permission is granted in permissions.properties")
                        .because("nobody could call it; add the permission to the roles that need it instead"),
                noMethods()
                        .should()
                        .beAnnotatedWith(RolesAllowed.class)
                        .as("operations name permissions")
                        .because(
                                "what a role may do stands in permissions.properties alone; name a permission instead"),
                methods()
                        .that()
                        .areAnnotatedWith(Command.class)
                        .should()
                        .haveRawReturnType(Response.class)
                        .as("commands return a Response")
                        .because(
                                "its status, ETag and Location are remembered with the answer; build it with Responses instead")
                        .allowEmptyShould(true),
                noClasses()
                        .that()
                        .areNotAnnotatedWith(Interceptor.class)
                        .should()
                        .beAnnotatedWith(Command.class)
                        .as("no class is a command as a whole")
                        .because(
                                "what a command demands is read from its method; annotate each method that changes something instead"),
                methods()
                        .that(ENDPOINT)
                        .should(say(
                                "be a command when they change something",
                                method -> !hasAny(method, CHANGING)
                                        || method.isAnnotatedWith(Command.class)
                                        || asksOnly(method),
                                "changes something without @Command"))
                        .as("whatever changes something is a command")
                        .because(
                                "without it a repeat works twice; add @Command, or end its path in check, preview, search or lookup instead"),
                methods()
                        .that()
                        .areAnnotatedWith(Command.class)
                        .should(say(
                                "not begin a second transaction inside their own",
                                method -> !method.getAnnotationOfType(Command.class)
                                                .oneTransaction()
                                        || !reaches(method, EndpointRules::isRequiringNew, new HashSet<>()),
                                "begins a transaction of its own inside the command's"))
                        .as("no command works in many transactions inside its own")
                        .because("it would hold two connections, and the outer one is ended when it idles; say"
                                + " oneTransaction = false instead")
                        .allowEmptyShould(true),
                methods()
                        .that()
                        .areAnnotatedWith(Command.class)
                        .should(say(
                                "not read a table inside their transaction",
                                method -> !method.getAnnotationOfType(Command.class)
                                                .oneTransaction()
                                        || !reaches(method, EndpointRules::isReadingTable, new HashSet<>()),
                                "reads a table inside the command's transaction"))
                        .as("no command reads a table inside its transaction")
                        .because("the transaction is ended when it idles while a large file is unpacked; read it by an"
                                + " UploadReader instead")
                        .allowEmptyShould(true),
                methods()
                        .that(ENDPOINT)
                        .should(say(
                                "leave the transaction to others",
                                method -> !isTransactional(method) && !isTransactional(method.getOwner()),
                                "is @Transactional"))
                        .as("resources open no transaction")
                        .because("a transaction belongs to the use case; put @Transactional on its method instead"),
                noClasses()
                        .should(dependOnOthers(RESOURCE))
                        .as("nobody uses a resource or a consumer")
                        .because("they are the edge; move what is needed into model or a use case instead"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .haveSimpleNameEndingWith("Resource")
                        .as("resources are named so")
                        .because("the file list is the table of contents; name it SomethingResource instead")
                        .allowEmptyShould(true));
    }

    /** For a service: the file is its own. */
    static List<ArchRule> ofService() {
        return List.of(methods()
                .that(ENDPOINT)
                .should(needEveryPermissionOfTheService())
                .as("every permission of permissions.properties is needed")
                .because("a reader takes it for a right; take it out of the file instead"));
    }

    private static boolean hasAny(CanBeAnnotated element, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(element::isAnnotatedWith);
    }

    private static boolean isTransactional(CanBeAnnotated element) {
        return element.isAnnotatedWith("jakarta.transaction.Transactional");
    }

    /** Whether it, or whatever of ours it calls, makes such a call. */
    private static boolean reaches(JavaMethod method, Predicate<JavaMethodCall> wanted, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> wanted.test(call)
                        || call.getTarget()
                                .resolveMember()
                                .filter(target ->
                                        target.getOwner().getPackageName().startsWith("org.pengjiang."))
                                .filter(target -> reaches(target, wanted, seen))
                                .isPresent());
    }

    private static boolean isRequiringNew(JavaMethodCall call) {
        return call.getName().equals("requiringNew") && call.getTargetOwner().isEquivalentTo(QuarkusTransaction.class);
    }

    private static boolean isReadingTable(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(TableReader.class)
                        && Set.of("open", "check").contains(call.getName())
                || call.getTargetOwner().isEquivalentTo(TableRows.class)
                        && call.getName().equals("read");
    }

    private static boolean asksOnly(JavaMethod method) {
        return method.tryGetAnnotationOfType(Path.class)
                .map(path -> ASKS_ONLY.matcher(path.value()).matches())
                .orElse(false);
    }

    private static ArchCondition<JavaMethod> needEveryPermissionOfTheService() {
        return new ArchCondition<>("need every permission of permissions.properties") {
            private final Set<String> unused = new TreeSet<>(RolePermissions.ofTheService());

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.isAnnotatedWith(PermissionsAllowed.class)) {
                    unused.removeAll(List.of(
                            method.getAnnotationOfType(PermissionsAllowed.class).value()));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                unused.forEach(permission -> events.add(
                        SimpleConditionEvent.violated(permission, permission + " is needed by no operation")));
            }
        };
    }

    private static ArchCondition<JavaMethod> say(String description, Predicate<JavaMethod> holds, String fault) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, holds.test(method), method.getFullName() + " " + fault));
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnOthers(DescribedPredicate<JavaClass> others) {
        return new ArchCondition<>("depend on " + others.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> others.test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !outermost(dependency.getTargetClass()).equals(outermost(type)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription())));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(EndpointRules::outermost).orElse(type);
    }
}
