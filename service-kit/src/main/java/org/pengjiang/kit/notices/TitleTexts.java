package org.pengjiang.kit.notices;

import java.util.List;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/**
 * Titles of kinds, from the service's {@code tasks.properties} and {@code tasks_zh_CN.properties}, and {@code kit-tasks*} for
 * what the kit brings.
 */
public final class TitleTexts {
    private static final List<String> BUNDLES = List.of("tasks", "kit-tasks");

    private TitleTexts() {}

    /** A kind without a text reads as itself; an argument {@code @key} stands for a text too. */
    public static String title(String kind, List<String> arguments, Language language) {
        List<Texts> texts =
                BUNDLES.stream().map(bundle -> Texts.of(bundle, language)).toList();
        Object[] words = arguments.stream()
                .map(argument -> argument.startsWith("@") ? text(argument.substring(1), texts) : argument)
                .toArray();
        return Texts.format(text(kind, texts), words);
    }

    private static String text(String key, List<Texts> texts) {
        return texts.stream()
                .flatMap(bundle -> bundle.find(key).stream())
                .findFirst()
                .orElse(key);
    }
}
