package org.pengjiang.kit.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of one bundle, such as {@code explain.properties}, in the reader's language. */
public final class Texts {
    // without it the texts would follow the locale of the machine instead of the root bundle, which is English
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String name;
    private final Language language;
    private final @Nullable ResourceBundle bundle;

    private Texts(String name, Language language, @Nullable ResourceBundle bundle) {
        this.name = name;
        this.language = language;
        this.bundle = bundle;
    }

    /** A bundle that does not exist has no text. */
    public static Texts of(String name, Language language) {
        return of(name, language, Thread.currentThread().getContextClassLoader());
    }

    static Texts of(String name, Language language, ClassLoader loader) {
        try {
            return new Texts(
                    name, language, ResourceBundle.getBundle(name, language.locale(), loader, ROOT_IS_ENGLISH));
        } catch (MissingResourceException noBundle) {
            return new Texts(name, language, null);
        }
    }

    /** The text as it stands in the bundle. */
    public Optional<String> find(String key) {
        return bundle != null && bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /**
     * The text with its arguments.
     *
     * @throws MissingResourceException when the bundle has no such text
     */
    public String say(String key, Object... arguments) {
        return find(key)
                .map(pattern -> format(pattern, arguments))
                .orElseThrow(() -> new MissingResourceException(name + " has no text " + key, name, key));
    }

    /** The word for a constant such as a metric or a cause; one without a word reads as itself. */
    public String word(String family, String constant) {
        return find(family + "." + constant).orElse(constant);
    }

    public Language language() {
        return language;
    }

    /** Arguments go in as text, so that no figure gains separators on its way. */
    public static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, Locale.ROOT)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
