package org.pengjiang.team.board;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.pengjiang.kit.problem.Language;

/** The sentences of an explanation, in the reader's language. */
final class Words {
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    Words(Language language) {
        texts = ResourceBundle.getBundle("explain", language.locale(), Words.class.getClassLoader(), ROOT_IS_ENGLISH);
    }

    /** Arguments go in as text, so that no figure gains separators on its way. */
    String say(String key, Object... arguments) {
        Object[] texted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texted[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(texted);
    }

    /** The word for a constant such as a metric or a cause. */
    String word(String family, String constant) {
        String key = family + "." + constant;
        return texts.containsKey(key) ? texts.getString(key) : constant;
    }
}
