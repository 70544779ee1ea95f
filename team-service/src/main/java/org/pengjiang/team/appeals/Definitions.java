package org.pengjiang.team.appeals;

import java.util.List;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** What the figures mean, in the reader's language. */
final class Definitions {
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
        Texts texts = Texts.of("unit-appeals", language);
        return FIGURES.stream()
                .map(figure -> new UnitAppealsView.Definition(figure, texts.say(figure)))
                .toList();
    }
}
