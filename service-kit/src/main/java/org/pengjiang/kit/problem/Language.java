package org.pengjiang.kit.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the suite. Chinese is the default: it is the language of the district. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh"),
    ENGLISH(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String primary;

    Language(Locale locale, String primary) {
        this.locale = locale;
        this.primary = primary;
    }

    public Locale locale() {
        return locale;
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    /** By the weights of {@code Accept-Language}; a header that cannot be read or names neither gives the default. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return CHINESE;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                        .reversed())
                .map(Locale.LanguageRange::getRange)
                .map(Language::spokenIn)
                .filter(language -> language != null)
                .findFirst()
                .orElse(CHINESE);
    }

    private static @Nullable Language spokenIn(String range) {
        for (Language language : values()) {
            if (range.equals(language.primary) || range.startsWith(language.primary + "-")) {
                return language;
            }
        }
        return range.equals("*") ? CHINESE : null;
    }
}
