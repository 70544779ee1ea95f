package org.pengjiang.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/** Every violated constraint as a fault with a JSON pointer into the body, or the name of the parameter. */
@ApplicationScoped
public class ViolationFaults {
    private static final Set<Class<?>> PRESENCE = Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final ValidatorFactory validators;

    ViolationFaults(ValidatorFactory validators) {
        this.validators = validators;
    }

    DomainException refusal(ConstraintViolationException violations, Language language) {
        if (violations.getConstraintViolations().stream().anyMatch(ViolationFaults::isOurs)) {
            return new DomainException(KitProblem.INTERNAL);
        }
        List<Fault> faults = violations.getConstraintViolations().stream()
                .map(violation -> fault(violation, language))
                .sorted(Comparator.comparing(Fault::pointer))
                .toList();
        boolean body = faults.stream().anyMatch(fault -> !fault.pointer().contains(":"));
        return new DomainException(body ? KitProblem.BODY_INVALID : KitProblem.PARAMETER_INVALID, faults);
    }

    /** The faults of an object that was read from the body, pointers relative to its root. */
    public List<Fault> of(Object body, Language language) {
        return validators.getValidator().validate(body).stream()
                .map(violation -> new Fault(
                        pointer(violation.getPropertyPath().iterator()),
                        code(violation),
                        List.of(text(violation, language))))
                .sorted(Comparator.comparing(Fault::pointer))
                .toList();
    }

    /** The faults of one parameter, whose name is known. */
    public List<Fault> of(String pointer, Set<? extends ConstraintViolation<?>> violations, Language language) {
        return violations.stream()
                .map(violation -> new Fault(pointer, code(violation), List.of(text(violation, language))))
                .toList();
    }

    /** What we return or what a bean of ours holds is our defect, not the caller's. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        if (!nodes.hasNext() || nodes.next().getKind() != ElementKind.METHOD || !nodes.hasNext()) {
            return true;
        }
        return nodes.next().getKind() == ElementKind.RETURN_VALUE;
    }

    private Fault fault(ConstraintViolation<?> violation, Language language) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.MethodNode method = nodes.next().as(Path.MethodNode.class);
        Path.Node argument = nodes.next();
        String pointer = argument.getKind() == ElementKind.PARAMETER
                ? parameter(violation, method, argument.as(Path.ParameterNode.class))
                        .or(() -> beanParameter(violation))
                        .orElseGet(() -> pointer(nodes))
                : pointer(nodes);
        return new Fault(pointer, code(violation), List.of(text(violation, language)));
    }

    private static Optional<String> parameter(
            ConstraintViolation<?> violation, Path.MethodNode node, Path.ParameterNode argument) {
        return Stream.of(
                        violation.getRootBeanClass(),
                        violation.getRootBeanClass().getSuperclass())
                .filter(type -> type != null)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(node.getName())
                        && Arrays.asList(method.getParameterTypes()).equals(node.getParameterTypes()))
                .map(method -> name(method, argument))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> name(Method method, Path.ParameterNode argument) {
        Parameter parameter = method.getParameters()[argument.getParameterIndex()];
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return Optional.of(
                    "query:" + parameter.getAnnotation(QueryParam.class).value());
        }
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return Optional.of(
                    "path:" + parameter.getAnnotation(PathParam.class).value());
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return Optional.of(
                    "header:" + parameter.getAnnotation(HeaderParam.class).value());
        }
        return Optional.ofNullable(parameter.getAnnotation(CookieParam.class))
                .map(cookie -> "cookie:" + cookie.value());
    }

    /** A field of a parameter bean carries the annotation itself. */
    private static Optional<String> beanParameter(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        if (last == null || last.getName() == null || violation.getLeafBean() == null) {
            return Optional.empty();
        }
        String field = last.getName();
        return Arrays.stream(violation.getLeafBean().getClass().getDeclaredFields())
                .filter(candidate -> candidate.getName().equals(field))
                .flatMap(candidate -> Stream.ofNullable(candidate.getAnnotation(QueryParam.class)))
                .map(query -> "query:" + query.value())
                .findFirst();
    }

    private static String pointer(Iterator<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemCode code(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> known = violation.unwrap(HibernateConstraintViolation.class);
        ProblemCode named = known.getDynamicPayload(ProblemCode.class);
        if (named != null) {
            return named;
        }
        Class<?> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        return PRESENCE.contains(constraint) && isEmpty(violation.getInvalidValue())
                ? KitProblem.VALUE_MISSING
                : KitProblem.VALUE_UNACCEPTABLE;
    }

    /** Looks at the kind and never at the text of the value, which may be anything a caller sent. */
    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case CharSequence text -> text.toString().isBlank();
            case Collection<?> elements -> elements.isEmpty();
            case Map<?, ?> members -> members.isEmpty();
            default -> false;
        };
    }

    private String text(ConstraintViolation<?> violation, Language language) {
        ConstraintDescriptor<?> descriptor = violation.getConstraintDescriptor();
        return validators
                .getMessageInterpolator()
                .interpolate(
                        violation.getMessageTemplate(),
                        new Value(descriptor, violation.getInvalidValue()),
                        language.locale());
    }

    private record Value(ConstraintDescriptor<?> descriptor, Object value) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
