package org.pengjiang.kit.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of a service's bundle, such as {@code explain.properties}, in the reader's language. */
public final class Words {
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Language language;

    private Words(ResourceBundle texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    public static Words of(String bundle, Language language) {
        return new Words(
                ResourceBundle.getBundle(
                        bundle, language.locale(), Thread.currentThread().getContextClassLoader(), ROOT_IS_ENGLISH),
                language);
    }

    /** Arguments go in as text, so that no figure gains separators on its way. */
    public String say(String key, Object... arguments) {
        Object[] texted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texted[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(texted);
    }

    /** The word for a constant such as a metric or a cause. */
    public String word(String family, String constant) {
        String key = family + "." + constant;
        return texts.containsKey(key) ? texts.getString(key) : constant;
    }

    public Language language() {
        return language;
    }
}
