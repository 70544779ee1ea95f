package org.pengjiang.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the kit speaks both languages, and stands in the README. */
class KitTextsTest {
    private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");

    @ParameterizedTest
    @EnumSource(KitProblem.class)
    void everyCodeHasItsTextsInBothLanguages(KitProblem code) {
        // as many as the longest text takes
        List<Object> arguments = List.of("1000", "2", "3", "4");

        assertNotEquals(code.name(), ProblemTexts.title(code, Language.ENGLISH));
        assertNotEquals(ProblemTexts.title(code, Language.ENGLISH), ProblemTexts.title(code, Language.CHINESE));
        for (Language language : Language.values()) {
            String detail = ProblemTexts.detail(code, arguments, language);
            assertFalse(detail.isBlank() || detail.contains("{"), detail);
        }
    }

    @Test
    void theReadmeNamesEveryCodeOnceBesideItsStatus() throws IOException {
        // Given
        Set<String> inErrorsAlone = new TreeSet<>();
        Map<String, String> statuses = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        String table =
                Files.readString(Path.of("../service-kit/README.md")).split("\\| Status \\| Codes of the kit \\|")[1];

        // When
        for (String row :
                table.lines().skip(2).takeWhile(line -> line.startsWith("|")).toList()) {
            String[] cells = row.split("\\|");
            CODE.matcher(cells[2]).results().map(code -> code.group(1)).forEach(code -> {
                if (statuses.put(code, cells[1].strip()) != null) {
                    twice.add(code);
                }
                if (cells[1].contains("errors[]")) {
                    inErrorsAlone.add(code);
                }
            });
        }

        // Then
        assertEquals(List.of(), twice);
        assertEquals(
                Arrays.stream(KitProblem.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                statuses.keySet());
        for (KitProblem code : KitProblem.values()) {
            assertTrue(
                    inErrorsAlone.contains(code.name())
                            || statuses.get(code.name()).contains(String.valueOf(Problems.status(code))),
                    code + " stands in the row of " + statuses.get(code.name()));
        }
    }
}
