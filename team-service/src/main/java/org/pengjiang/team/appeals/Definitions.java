package org.pengjiang.team.appeals;

import java.util.List;
import java.util.ResourceBundle;
import org.pengjiang.kit.problem.Language;

/** What the figures mean, in the reader's language. */
final class Definitions {
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> FIGURES = List.of(
            "openNow",
            "received",
            "signed",
            "contacted",
            "replied",
            "breached",
            "closed",
            "rated",
            "stars",
            "byDefault");

    private Definitions() {}

    static List<UnitAppealsView.Definition> in(Language language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "unit-appeals", language.locale(), Definitions.class.getClassLoader(), ROOT_IS_ENGLISH);
        return FIGURES.stream()
                .map(figure -> new UnitAppealsView.Definition(figure, texts.getString(figure)))
                .toList();
    }
}
