package org.pengjiang.kit.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** Titles and details by code, from the service's {@code problems*.properties}, then the kit's. */
public final class ProblemTexts {
    private static final List<String> BUNDLES = List.of("problems", "kit-problems");
    // without it the texts would follow the locale of the machine instead of the root bundle, which is English
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    public static String title(ProblemCode code, Language language) {
        return text(code.name() + ".title", language).orElse(code.name());
    }

    static String detail(ProblemCode code, List<Object> arguments, Language language) {
        if (code instanceof FindingCode(var finding)) {
            return language == Language.CHINESE ? finding.detailZh() : finding.detail();
        }
        return text(code.name() + ".detail", language)
                // a refusal that names its faults may say no more about itself
                .filter(pattern -> !arguments.isEmpty() || !pattern.contains("{0}"))
                .map(pattern -> format(pattern, arguments))
                .orElseGet(() -> title(code, language));
    }

    /** Arguments go in as text, so that no number gains separators on its way. */
    private static String format(String pattern, List<Object> arguments) {
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(String::valueOf).toArray());
    }

    private static Optional<String> text(String key, Language language) {
        for (String bundle : BUNDLES) {
            Optional<String> text = text(bundle, key, language);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(String bundle, String key, Language language) {
        try {
            ResourceBundle texts = ResourceBundle.getBundle(
                    bundle, language.locale(), Thread.currentThread().getContextClassLoader(), ROOT_IS_ENGLISH);
            return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
        } catch (MissingResourceException noBundle) {
            return Optional.empty();
        }
    }
}
