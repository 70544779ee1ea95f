package org.pengjiang.kit.notices;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.pengjiang.kit.problem.Language;

/** Titles of kinds, from the service's {@code tasks.properties} and {@code tasks_zh_CN.properties}. */
public final class TitleTexts {
    // without it the texts would follow the locale of the machine instead of the root bundle, which is English
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private TitleTexts() {}

    /** A kind without a text reads as itself. */
    public static String title(String kind, List<String> arguments, Language language) {
        Object[] words = arguments.stream()
                .map(argument -> argument.startsWith("@") ? text(argument.substring(1), language) : argument)
                .toArray();
        return new MessageFormat(text(kind, language), Locale.ROOT).format(words);
    }

    private static String text(String key, Language language) {
        try {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "tasks", language.locale(), Thread.currentThread().getContextClassLoader(), ROOT_IS_ENGLISH);
            return texts.containsKey(key) ? texts.getString(key) : key;
        } catch (MissingResourceException noBundle) {
            return key;
        }
    }
}
