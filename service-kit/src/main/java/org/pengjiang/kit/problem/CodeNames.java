package org.pengjiang.kit.problem;

import java.util.MissingResourceException;

/** What a constant that stands in answers is called: {@code codes.properties} of the service says it once. */
public final class CodeNames {
    private static final String BUNDLE = "codes";

    private CodeNames() {}

    /** @throws MissingResourceException when it has no name */
    public static String of(Enum<?> constant, Language language) {
        Class<?> type = constant.getDeclaringClass();
        String key = type.getSimpleName() + "." + constant.name();
        // by the loader of the constant: it may ask when it is made itself, on whatever thread that is
        return Texts.of(BUNDLE, language, type.getClassLoader())
                .find(key)
                .orElseThrow(() -> new MissingResourceException(BUNDLE + " has no name for " + key, BUNDLE, key));
    }
}
