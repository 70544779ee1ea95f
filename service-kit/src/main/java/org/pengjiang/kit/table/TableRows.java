package org.pengjiang.kit.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * All rows of a table that is taken over as a whole or not at all. Read them, note the faults of each, and call
 * {@link #requireGood} before anything is written. For tables that memory holds: {@link TableFormat#mostRows} says how many rows,
 * and of each row only the cells under a heading are held.
 */
public final class TableRows implements Iterable<TableRow> {
    private static final int MOST_FAULTS = 1000;

    private final List<TableRow> rows;

    private TableRows(List<TableRow> rows) {
        this.rows = rows;
    }

    /**
     * Once as many faults as are named are found in the shape of rows, further rows are only counted.
     *
     * @throws DomainException ROWS_REFUSED when so many are found
     */
    public static TableRows read(Path file, TableFormat format) {
        List<TableRow> rows = new ArrayList<>();
        int size = 0;
        int faulty = 0;
        int faults = 0;
        try (TableReader reader = TableReader.open(file, format)) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                if (faults < MOST_FAULTS) {
                    rows.add(row);
                }
                size++;
                faulty += row.faults().isEmpty() ? 0 : 1;
                faults += row.faults().size();
            }
        }
        if (rows.isEmpty()) {
            throw new DomainException(TableProblem.CSV_EMPTY);
        }
        if (faults >= MOST_FAULTS) {
            throw refused(named(rows), faulty, size);
        }
        return new TableRows(rows);
    }

    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<TableRow> iterator() {
        return rows.iterator();
    }

    /** @throws DomainException ROWS_REFUSED with the faults of all rows, each at {@code /rows/12/heading} */
    public void requireGood() {
        List<Fault> faults = named(rows);
        if (!faults.isEmpty()) {
            long faulty = rows.stream().filter(row -> !row.faults().isEmpty()).count();
            throw refused(faults, faulty, rows.size());
        }
    }

    private static List<Fault> named(List<TableRow> rows) {
        return rows.stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault -> new Fault(
                                "/rows/" + row.no() + (fault.pointer().equals("/") ? "" : fault.pointer()),
                                fault.code(),
                                fault.arguments())))
                .limit(MOST_FAULTS)
                .toList();
    }

    private static DomainException refused(List<Fault> faults, long faulty, int size) {
        return new DomainException(TableProblem.ROWS_REFUSED, faults, faulty, size, MOST_FAULTS);
    }
}
