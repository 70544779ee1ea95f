package org.pengjiang.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.OperationTable;

/**
 * Which media types the body of an operation may have: those of {@code @Consumes}, or JSON, and none that is only like it. The
 * framework takes whatever ends in {@code +json} for JSON, and does not say what an operation takes.
 */
@ApplicationScoped
class BodyTypes {
    private static final String PARAMETERS = "jakarta.ws.rs";
    private static final List<String> JSON = List.of(MediaType.APPLICATION_JSON);

    private final OperationTable operations;
    private final Map<Method, List<String>> taken = new ConcurrentHashMap<>();

    BodyTypes(OperationTable operations) {
        this.operations = operations;
    }

    /** Null when the Content-Type is one of its operation, or there is none. */
    @Nullable DomainException refusal(RoutingContext request) {
        HttpServerRequest head = request.request();
        List<String> given = head.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (given.isEmpty()) {
            return null;
        }
        List<String> taken = taken(head.method().name(), request.normalizedPath());
        MediaType type = given.size() == 1 ? read(given.getFirst()) : null;
        if (type == null) {
            return unsupported(taken);
        }
        if (taken.isEmpty()) {
            return null;
        }
        String name = type.getType() + "/" + type.getSubtype();
        if (taken.stream().noneMatch(name::equalsIgnoreCase)) {
            return unsupported(taken);
        }
        return hasUnknownCharset(type)
                ? new DomainException(KitProblem.UNSUPPORTED_MEDIA_TYPE, name + ";charset=UTF-8")
                : null;
    }

    /** What to say to a body without a type. */
    static DomainException untyped(Method operation) {
        return unsupported(of(operation));
    }

    private static DomainException unsupported(List<String> taken) {
        return new DomainException(
                KitProblem.UNSUPPORTED_MEDIA_TYPE, String.join(", ", taken.isEmpty() ? JSON : taken));
    }

    /** Empty where no body is taken. */
    private List<String> taken(String method, String path) {
        return operations
                .at(method, path)
                .map(operation -> taken.computeIfAbsent(operation, any -> takesBody(any) ? of(any) : List.of()))
                .orElse(List.of());
    }

    private static List<String> of(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(operation.getDeclaringClass().getAnnotation(Consumes.class)))
                .map(consumed -> List.of(consumed.value()))
                .orElse(JSON);
    }

    /** The body goes into the parameter that says nothing about where it comes from. */
    static boolean takesBody(Method operation) {
        return Arrays.stream(operation.getParameterAnnotations()).anyMatch(BodyTypes::isBody);
    }

    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith(PARAMETERS));
    }

    private static @Nullable MediaType read(String header) {
        try {
            List<MediaType> types = MediaTypeHelper.parseHeader(header);
            return types.size() == 1 ? types.getFirst() : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** An unknown one would be the framework's own failure when it reads a text. JSON is read by its bytes, whatever it says. */
    private static boolean hasUnknownCharset(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset == null || type.getSubtype().endsWith("json")) {
            return false;
        }
        try {
            return !Charset.isSupported(charset);
        } catch (IllegalCharsetNameException noName) {
            return true;
        }
    }
}
