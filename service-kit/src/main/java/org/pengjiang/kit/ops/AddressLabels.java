package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps what callers send out of the labels of the metrics: a request that is refused before it is routed, for its token for
 * one, would otherwise be counted under its whole address, and every guessed id would be a series of its own. So would every
 * method, which may be any word.
 */
class AddressLabels {
    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String UNROUTED = "UNROUTED";
    private static final String METHOD = "method";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    @Produces
    @Singleton
    MeterFilter knownAddressesOnly(BeanManager beans) {
        Set<String> templates = new HashSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(type -> addTemplates(type, templates));
        return knownOnly(templates);
    }

    static MeterFilter knownOnly(Set<String> templates) {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().equals(REQUESTS)) {
                    return id;
                }
                Tags tags = Tags.of(id.getTagsAsIterable());
                String uri = id.getTag(URI);
                // what does not begin with a slash is a word of the framework, such as NOT_FOUND
                if (uri != null && uri.startsWith("/") && !templates.contains(uri)) {
                    tags = tags.and(URI, UNROUTED);
                }
                String method = id.getTag(METHOD);
                if (method != null && !METHODS.contains(method)) {
                    tags = tags.and(METHOD, OTHER);
                }
                return id.replaceTags(tags);
            }
        };
    }

    private static void addTemplates(Class<?> resource, Set<String> templates) {
        String base = resource.getAnnotation(Path.class).value();
        templates.add(template(base, ""));
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            if (path != null) {
                templates.add(template(base, path.value()));
            }
        }
    }

    private static String template(String base, String path) {
        return ("/" + base + "/" + path)
                .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }
}
