package org.pengjiang.kit.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The rows of the one sheet of a workbook. Its reader is shown only what {@link XlsxGuard} has looked through. */
final class XlsxSource implements TableReader.Source {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final boolean from1904;

    private XlsxSource(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.from1904 = workbook.isDate1904();
    }

    static XlsxSource open(Path file) {
        boolean hasStyles = XlsxGuard.look(file);
        @Nullable ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true));
            return new XlsxSource(workbook, theSheet(workbook).openStream());
        } catch (DomainException refusal) {
            closed(workbook);
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            closed(workbook);
            throw malformed();
        }
    }

    /** A sheet that nobody sees, and a second one that would be passed over in silence, are refused. */
    private static Sheet theSheet(ReadableWorkbook workbook) throws IOException {
        List<Fault> faults = new ArrayList<>();
        @Nullable Sheet first = null;
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                faults.add(Fault.at("/sheets/" + sheet.getIndex(), TableProblem.SHEET_HIDDEN, sheet.getName()));
            } else if (first == null) {
                first = sheet;
            } else if (holdsSomething(sheet)) {
                faults.add(Fault.at("/sheets/" + sheet.getIndex(), TableProblem.SHEETS_SEVERAL, sheet.getName()));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(
                    TableProblem.CSV_CELLS,
                    faults.stream().limit(TableReader.MOST_FAULTS).toList());
        }
        if (first == null) {
            throw malformed();
        }
        return first;
    }

    private static boolean holdsSomething(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.flatMap(Row::stream).anyMatch(cell -> cell != null && cell.getType() != CellType.EMPTY);
        }
    }

    @Override
    public @Nullable List<Cell> next() {
        List<Cell> cells = List.of();
        while (cells.isEmpty()) {
            @Nullable Row row = read();
            if (row == null) {
                return null;
            }
            cells = cells(row);
        }
        return cells;
    }

    private @Nullable Row read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException unreadable) {
            throw malformed();
        }
    }

    /** Without the empty ones behind the last. */
    private List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(this::cell).orElse(Cell.EMPTY));
            filled = cells.get(i).text().isBlank() ? filled : i + 1;
        }
        return List.copyOf(cells.subList(0, filled));
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell found) {
        return switch (found.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.text(found.asString());
            case BOOLEAN -> Cell.text(found.asBoolean().toString());
            case NUMBER -> {
                String text =
                        CellText.ofNumber(found.asNumber()).orElseThrow(() -> faulty(found, TableProblem.CELL_ERROR));
                yield new Cell(
                        text,
                        CellText.day(new BigDecimal(text), from1904)
                                .map(LocalDate::toString)
                                .orElse(null),
                        CellText.isDateFormat(found.getDataFormatId(), found.getDataFormatString()));
            }
            case FORMULA -> throw faulty(found, TableProblem.CELL_FORMULA);
            case ERROR -> throw faulty(found, TableProblem.CELL_ERROR);
        };
    }

    private static DomainException faulty(org.dhatim.fastexcel.reader.Cell cell, TableProblem code) {
        return new DomainException(TableProblem.CSV_CELLS, List.of(Fault.at("/cells/" + cell.getAddress(), code)));
    }

    @Override
    public boolean leavesOutEmptyCells() {
        return true;
    }

    @Override
    public void close() {
        stream.close();
        closed(workbook);
    }

    private static void closed(@Nullable ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DomainException malformed() {
        return new DomainException(TableProblem.CSV_MALFORMED);
    }
}
