package org.pengjiang.appeal.dispatchrules;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.pengjiang.kit.problem.Language;

/** The sentences of a preview, in the reader's language. */
final class Words {
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    Words(Language language) {
        texts = ResourceBundle.getBundle(
                "dispatch-preview", language.locale(), Words.class.getClassLoader(), ROOT_IS_ENGLISH);
    }

    String say(String key, String... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
