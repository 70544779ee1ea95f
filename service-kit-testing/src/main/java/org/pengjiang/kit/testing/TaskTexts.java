package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.pengjiang.kit.notices.TitleTexts;
import org.pengjiang.kit.problem.Language;

/** Asserts that nobody finds a bare key among their tasks. */
public final class TaskTexts {
    private TaskTexts() {}

    public static void assertComplete(Collection<String> kinds) {
        List<String> bare = new ArrayList<>();
        for (String kind : kinds) {
            for (Language language : Language.values()) {
                if (TitleTexts.title(kind, List.of("a", "b", "c"), language).equals(kind)) {
                    bare.add(kind + " in " + language.tag());
                }
            }
            if (TitleTexts.title(kind, List.of(), Language.CHINESE)
                    .equals(TitleTexts.title(kind, List.of(), Language.ENGLISH))) {
                bare.add(kind + " is the same in both languages");
            }
        }
        assertEquals(List.of(), bare);
    }
}
