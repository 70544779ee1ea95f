package org.pengjiang.kit.testing;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import io.restassured.internal.path.json.JSONAssertion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain paths of an answer, such as {@code items[0].id} and {@code errors.pointer}, with the result that Groovy has.
 * RestAssured lets Groovy compile a class for each path that it reads, which took a quarter of the time of the API tests.
 * Whatever is no plain path goes to Groovy.
 */
final class PlainPaths extends DelegatingMetaClass {
    private static final String ROOT = "restAssuredJsonRootObject";
    private static final Pattern STEP = Pattern.compile("(?<size>\\.size\\(\\))|\\.(?<name>\\w+)|\\[(?<index>-?\\d+)]");
    private static final Pattern PLAIN =
            Pattern.compile(ROOT + "(?:\\.(?!class\\b|metaClass\\b)[A-Za-z_]\\w*|\\[-?\\d{1,9}])*(?:\\.size\\(\\))?");
    /** Getters of a list itself. */
    private static final Set<String> OF_THE_LIST = Set.of("empty", "first", "last");

    /** What Groovy has to answer. */
    private static final Object NOT_PLAIN = new Object();

    private PlainPaths(MetaClass groovy) {
        super(groovy);
    }

    static void install() {
        PlainPaths paths = new PlainPaths(GroovySystem.getMetaClassRegistry().getMetaClass(JSONAssertion.class));
        paths.initialize();
        GroovySystem.getMetaClassRegistry().setMetaClass(JSONAssertion.class, paths);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object invokeMethod(
            Class sender, Object receiver, String method, Object[] arguments, boolean toSuper, boolean fromInside) {
        if (method.equals("eval") && arguments.length == 3 && ((JSONAssertion) receiver).getParams() == null) {
            Object found = read(arguments[1], String.valueOf(arguments[2]));
            if (found != NOT_PLAIN) {
                return found;
            }
        }
        return super.invokeMethod(sender, receiver, method, arguments, toSuper, fromInside);
    }

    static @Nullable Object read(@Nullable Object root, String path) {
        if (!PLAIN.matcher(path).matches()) {
            return NOT_PLAIN;
        }
        Object at = root;
        Matcher step = STEP.matcher(path).region(ROOT.length(), path.length());
        while (at != NOT_PLAIN && step.lookingAt()) {
            if (step.group("size") != null) {
                at = size(at);
            } else if (step.group("name") != null) {
                at = member(at, step.group("name"));
            } else {
                at = element(at, Integer.parseInt(step.group("index")));
            }
            step.region(step.end(), path.length());
        }
        return at;
    }

    /** Of a list: of each of its elements. */
    private static @Nullable Object member(@Nullable Object of, String name) {
        if (of instanceof Map<?, ?> members) {
            return members.get(name);
        }
        if (!(of instanceof Collection<?> elements) || OF_THE_LIST.contains(name)) {
            return NOT_PLAIN;
        }
        List<@Nullable Object> each = new ArrayList<>();
        for (Object element : elements) {
            if (element != null) {
                Object value = member(element, name);
                if (value == NOT_PLAIN) {
                    return NOT_PLAIN;
                }
                each.add(value);
            }
        }
        return each;
    }

    private static @Nullable Object element(@Nullable Object of, int index) {
        if (!(of instanceof List<?> elements) || index < -elements.size()) {
            return NOT_PLAIN;
        }
        int at = index < 0 ? index + elements.size() : index;
        return at < elements.size() ? elements.get(at) : null;
    }

    private static Object size(@Nullable Object of) {
        return of instanceof Collection<?> elements
                ? elements.size()
                : of instanceof Map<?, ?> members ? members.size() : NOT_PLAIN;
    }
}
