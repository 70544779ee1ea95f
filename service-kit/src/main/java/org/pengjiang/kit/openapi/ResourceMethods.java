package org.pengjiang.kit.openapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Which method of which resource stands behind an operation of the document. */
final class ResourceMethods {
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class, HEAD.class, OPTIONS.class);

    private final Map<String, ResourceMethod> byOperation = new HashMap<>();

    ResourceMethods(IndexView index) {
        for (AnnotationInstance path : index.getAnnotations(Path.class)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                String base = path.value().asString();
                path.target().asClass().methods().forEach(method -> add(base, method));
            }
        }
    }

    private void add(String base, MethodInfo method) {
        AnnotationInstance own = method.annotation(Path.class);
        String address = base + "/" + (own == null ? "" : own.value().asString());
        for (Class<? extends Annotation> verb : VERBS) {
            if (method.hasAnnotation(verb)) {
                byOperation.put(key(verb.getSimpleName(), address), new ResourceMethod(method));
            }
        }
    }

    Optional<ResourceMethod> behind(String verb, String address) {
        return Optional.ofNullable(byOperation.get(key(verb, address)));
    }

    private static String key(String verb, String address) {
        String plain = ("/" + address)
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1")
                .replaceAll("\\{\\s*([^}:\\s]+)\\s*(:[^}]*)?}", "{$1}");
        return verb + " " + plain;
    }
}
