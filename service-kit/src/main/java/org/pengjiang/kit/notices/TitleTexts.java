package org.pengjiang.kit.notices;

import java.util.List;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** Titles of kinds, from the service's {@code tasks.properties} and {@code tasks_zh_CN.properties}. */
public final class TitleTexts {
    private TitleTexts() {}

    /** A kind without a text reads as itself; an argument {@code @key} stands for a text too. */
    public static String title(String kind, List<String> arguments, Language language) {
        Texts texts = Texts.of("tasks", language);
        Object[] words = arguments.stream()
                .map(argument -> argument.startsWith("@") ? text(argument.substring(1), texts) : argument)
                .toArray();
        return Texts.format(text(kind, texts), words);
    }

    private static String text(String key, Texts texts) {
        return texts.find(key).orElse(key);
    }
}
