package org.pengjiang.kit.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * All rows of a table that is taken over as a whole or not at all. Read them, note the faults of each, and call
 * {@link #requireGood} before anything is written. For tables that memory holds: {@link TableFormat#mostRows} says how many.
 */
public final class TableRows implements Iterable<TableRow> {
    private static final int MOST_FAULTS = 1000;

    private final List<TableRow> rows;

    private TableRows(List<TableRow> rows) {
        this.rows = rows;
    }

    public static TableRows read(Path file, TableFormat format) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(file, format)) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new DomainException(TableProblem.CSV_EMPTY);
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
        List<Fault> faults = rows.stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault -> new Fault(
                                "/rows/" + row.no() + (fault.pointer().equals("/") ? "" : fault.pointer()),
                                fault.code(),
                                fault.arguments())))
                .limit(MOST_FAULTS)
                .toList();
        if (!faults.isEmpty()) {
            long faulty = rows.stream().filter(row -> !row.faults().isEmpty()).count();
            throw new DomainException(TableProblem.ROWS_REFUSED, faults, faulty, rows.size(), MOST_FAULTS);
        }
    }
}
