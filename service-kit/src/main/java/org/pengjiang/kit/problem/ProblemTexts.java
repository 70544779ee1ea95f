package org.pengjiang.kit.problem;

import java.util.List;
import java.util.Optional;

/** Titles and details by code, from the service's {@code problems*.properties}, then the kit's. */
public final class ProblemTexts {
    private static final List<String> BUNDLES = List.of("problems", "kit-problems");

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
                .map(pattern -> Texts.format(pattern, arguments.toArray()))
                .orElseGet(() -> title(code, language));
    }

    private static Optional<String> text(String key, Language language) {
        return BUNDLES.stream()
                .flatMap(bundle -> Texts.of(bundle, language).find(key).stream())
                .findFirst();
    }
}
