package org.pengjiang.kit.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.kit.problem.DomainException;

/** What memory holds of a table that is taken over as a whole. */
class TableRowsTest {
    private static final Column<String> KEY =
            Column.key("key", "编号", "number", 60).required();
    private static final Column<Integer> COUNT = Column.whole("count", "个数", "count", 0, 100);
    private static final int MOST_ROWS = 3000;
    private static final TableFormat FORMAT = new TableFormat(List.of(KEY, COUNT), MOST_ROWS);
    private static final int NAMELESS = 900;
    private static final int NAMED_FAULTS = 1000;

    @TempDir
    Path folder;

    @Test
    void onlyCellsUnderAHeadingAreHeld() throws IOException {
        // Given a column without a heading before the others and many behind them
        String file = ",count,key" + ",".repeat(NAMELESS) + "\n"
                + (",7,a" + ",".repeat(NAMELESS) + "\n").repeat(MOST_ROWS - 2)
                + "x,7,a" + ",".repeat(NAMELESS - 1) + ",y\n"
                + ",7,a" + ",x".repeat(NAMELESS + 1) + "\n";

        // When
        TableRows rows = TableRows.read(csv(file), FORMAT);

        // Then
        assertEquals(2 * (MOST_ROWS - 1), held(rows));
        for (TableRow row : rows) {
            if (row.isWhole()) {
                assertEquals("a", row.afresh().get(KEY));
                assertEquals(7, row.afresh().get(COUNT));
            } else {
                assertNull(row.afresh().get(COUNT));
            }
        }
        DomainException refusal = assertThrows(DomainException.class, rows::requireGood);
        assertEquals(
                List.of("/rows/2999 CELL_WITHOUT_HEADING", "/rows/2999 CELL_WITHOUT_HEADING", "/rows/3000 ROW_CELLS"),
                refusal.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code().name())
                        .toList());
        assertEquals(List.of(2L, MOST_ROWS, NAMED_FAULTS), refusal.arguments());
    }

    @Test
    void furtherRowsAreOnlyCountedOnceAllFaultsThatAreNamedAreFound() throws IOException {
        String wide = "a" + ",x".repeat(NAMELESS) + "\n";

        DomainException ofRows = assertThrows(
                DomainException.class, () -> TableRows.read(csv("key\n" + wide.repeat(MOST_ROWS)), FORMAT));
        DomainException ofCells = assertThrows(
                DomainException.class,
                () -> TableRows.read(
                        csv("key" + ",".repeat(NAMELESS) + "\n" + wide.repeat(MOST_ROWS - 1) + "b\n"), FORMAT));
        DomainException ofLength = assertThrows(
                DomainException.class, () -> TableRows.read(csv("key\n" + wide.repeat(MOST_ROWS + 1)), FORMAT));

        for (DomainException refusal : List.of(ofRows, ofCells)) {
            assertEquals(TableProblem.ROWS_REFUSED, refusal.code());
            assertEquals(NAMED_FAULTS, refusal.faults().size());
            assertEquals((long) MOST_ROWS, refusal.arguments().getFirst());
            assertEquals(MOST_ROWS, refusal.arguments().get(1));
        }
        assertEquals("/rows/1000", ofRows.faults().getLast().pointer());
        assertEquals("/rows/2", ofCells.faults().getLast().pointer());
        assertEquals(TableProblem.CSV_TOO_LONG, ofLength.code());
    }

    @Test
    void whatWasFoundInACellIsForgottenAfreshAndTheShapeIsNot() throws IOException {
        TableRow row =
                TableRows.read(csv("key,count,\na,many,x\n"), FORMAT).iterator().next();

        assertNull(row.get(COUNT));

        assertEquals(2, row.faults().size());
        assertFalse(row.afresh().isFaulty(COUNT));
        assertEquals(
                TableProblem.CELL_WITHOUT_HEADING,
                row.afresh().faults().getFirst().code());
    }

    private static int held(TableRows rows) {
        int held = 0;
        for (TableRow row : rows) {
            held += row.cellsHeld();
        }
        return held;
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
