package org.pengjiang.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;

/** The column comparison of SQL and the containment of the hierarchy say the same. */
class DivisionScopeTest {
    @Test
    void theColumnSaysWhatTheHierarchySays() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        int covered = 0;
        for (int i = 0; i < 20_000; i++) {
            DivisionScope scope = DivisionScope.of(code(random));
            DivisionCode division = code(random);
            boolean byColumn = scope.value().equals(columns(division).get(scope.column()));
            assertEquals(scope.covers(division), byColumn, scope + " " + division + " seed " + seed);
            covered += byColumn ? 1 : 0;
        }
        assertTrue(covered > 500, "only " + covered + " covered");
    }

    @Test
    void whatLiesWithinTwoScopesLiesInBoth() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        int covered = 0;
        for (int i = 0; i < 20_000; i++) {
            DivisionScope scope = random.nextInt(20) == 0 ? DivisionScope.NOTHING : DivisionScope.of(code(random));
            DivisionCode wished = code(random);
            DivisionCode division = code(random);
            boolean both = scope.covers(division) && wished.contains(division);
            assertEquals(
                    both,
                    scope.within(wished).covers(division),
                    scope + " " + wished + " " + division + " seed " + seed);
            covered += both ? 1 : 0;
        }
        assertTrue(covered > 100, "only " + covered + " covered");
    }

    @Test
    void nothingCoversNothing() {
        DivisionCode division = DivisionCode.parse("440703");

        assertFalse(DivisionScope.NOTHING.covers(division));
        assertFalse(DivisionScope.NOTHING.value().equals(columns(division).get(DivisionScope.NOTHING.column())));
    }

    private static Map<String, String> columns(DivisionCode code) {
        return Map.of(
                "division", code.value(),
                "province", code.province(),
                "city", code.city().orElse(""),
                "district", code.district().orElse(""),
                "town", code.town().orElse(""));
    }

    /** Few values on each level, so that codes often contain each other. */
    private static DivisionCode code(Random random) {
        StringBuilder code = new StringBuilder("4").append(4 + random.nextInt(2));
        String[][] levels = {{"07", "08", "00"}, {"03", "04", "00"}, {"101", "010"}, {"001", "201"}};
        for (int level = random.nextInt(5), i = 0; i < level; i++) {
            code.append(levels[i][random.nextInt(levels[i].length)]);
        }
        return DivisionCode.parse(code.toString());
    }
}
