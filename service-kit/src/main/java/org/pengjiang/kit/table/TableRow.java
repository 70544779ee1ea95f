package org.pengjiang.kit.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.text.TypedText;

/** One row: gives its values by column and remembers every fault. A faulty cell gives null. */
public final class TableRow {
    private final Header header;
    /** Those under a heading; none of a row that is not whole. */
    private final List<Cell> cells;

    private final int no;
    private final boolean isWhole;
    private final List<Fault> faultsOfShape;
    private final List<Fault> faults;

    TableRow(Header header, List<Cell> found, int no) {
        this.header = header;
        this.no = no;
        this.isWhole = found.size() == header.width();
        this.cells = isWhole ? header.headed(found) : List.of();
        this.faultsOfShape = faultsOfShape(header, found);
        this.faults = new ArrayList<>(faultsOfShape);
    }

    private TableRow(TableRow same) {
        this.header = same.header;
        this.no = same.no;
        this.isWhole = same.isWhole;
        this.cells = same.cells;
        this.faultsOfShape = same.faultsOfShape;
        this.faults = new ArrayList<>(faultsOfShape);
    }

    private static List<Fault> faultsOfShape(Header header, List<Cell> found) {
        // with a cell too many or too few nobody knows which column the others belong to
        if (found.size() != header.width()) {
            return List.of(Fault.at("/", TableProblem.ROW_CELLS, found.size(), header.width()));
        }
        return header.nameless().stream()
                .filter(nameless -> !found.get(nameless).text().isBlank())
                .map(nameless -> Fault.at("/", TableProblem.CELL_WITHOUT_HEADING, Header.letters(nameless)))
                .toList();
    }

    /** Counts from 1 below the headings. */
    public int no() {
        return no;
    }

    /** Whether it has as many cells as there are headings; otherwise none of them is read. */
    public boolean isWhole() {
        return isWhole;
    }

    /** The same row without what was found wrong with it so far. */
    public TableRow afresh() {
        return new TableRow(this);
    }

    /** Whether nothing is to be seen in the cell, or there is no such column. */
    public boolean isEmpty(Column<?> column) {
        return TypedText.oneLine(raw(column)).isBlank();
    }

    /** How many cells it holds in memory. */
    int cellsHeld() {
        return cells.size();
    }

    /** At the headings of the file. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public boolean isFaulty(Column<?> column) {
        String pointer = pointer(column);
        return faults.stream().anyMatch(fault -> fault.pointer().equals(pointer));
    }

    public void fault(Column<?> column, ProblemCode code, Object... arguments) {
        faults.add(Fault.at(pointer(column), code, arguments));
    }

    public void fault(Column<?> column, Fault elsewhere) {
        faults.add(new Fault(pointer(column), elsewhere.code(), elsewhere.arguments()));
    }

    public <T> @Nullable T get(Column<T> column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        Header.Place place = header.places().get(column.key());
        try {
            return column.reader().read(cell, place == null ? Column.Unit.NONE : place.unit());
        } catch (InvalidIdentifier refusal) {
            faults.add(Fault.at(pointer(column), refusal.finding()));
        } catch (Column.Unreadable refusal) {
            faults.add(new Fault(pointer(column), refusal.code, refusal.arguments));
        }
        return null;
    }

    /** A cell is judged as a text in a form is; one that shows nothing is an empty one. */
    private @Nullable String text(Column<?> column) {
        String cell = TypedText.normalised(raw(column));
        TypedText text = column.hasSeveralLines() ? TypedText.longText(cell) : TypedText.oneLine(cell);
        if (!text.notAllowed().isEmpty()) {
            fault(column, KitProblem.TEXT_INVALID, String.join(", ", text.notAllowed()));
        }
        if (text.length() > column.longest()) {
            fault(column, TableProblem.TEXT_TOO_LONG, column.longest());
        }
        if (column.kind() != Column.Kind.DATE && cell(column).isShownAsDate()) {
            fault(column, TableProblem.CELL_IS_DATE);
            return null;
        }
        if (text.isBlank() && text.notAllowed().isEmpty()) {
            if (column.isRequired()) {
                fault(column, TableProblem.TEXT_MISSING);
            }
            return null;
        }
        return cell;
    }

    /** What stands in the cell of a key, in its one spelling; empty where nothing does. */
    public String keyIn(Column<String> column) {
        return isWhole() ? raw(column) : "";
    }

    private String raw(Column<?> column) {
        Cell cell = cell(column);
        return switch (column.kind()) {
            case KEY -> KeyText.of(CellText.unguarded(cell.text()));
            case TEXT -> CellText.unguarded(cell.text());
            case NUMBER -> cell.text();
            case DATE -> cell.day() == null ? cell.text() : cell.day();
        };
    }

    private Cell cell(Column<?> column) {
        Header.Place place = header.places().get(column.key());
        return place == null || !isWhole ? Cell.EMPTY : cells.get(place.position());
    }

    private String pointer(Column<?> column) {
        Header.Place place = header.places().get(column.key());
        String heading = place == null ? column.key() : place.heading();
        return "/" + heading.replace("~", "~0").replace("/", "~1");
    }
}
