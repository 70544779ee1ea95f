package org.pengjiang.kit.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;

/**
 * Reads the rows of a file one after the other: CSV in UTF-8 (with or without a byte order mark) or GB18030, or a workbook
 * (XLSX). Reading the same bytes again gives the same rows. Never is the whole file in memory.
 *
 * <p>Every method refuses a file that is no such table by a {@link DomainException} of {@link TableProblem}.
 */
public final class TableReader implements Closeable {
    static final int MOST_FAULTS = 50;
    static final int MOST_COLUMNS = 1000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Source source;
    private final TableFormat format;
    private final Header header;
    private int no;

    /** The rows of a file, the headings first. */
    interface Source extends Closeable {
        /** Null behind the last row. */
        @Nullable List<Cell> next();

        /** Whether a row may be shorter than the headings: the cells that lack are empty. */
        boolean leavesOutEmptyCells();

        @Override
        void close();
    }

    private TableReader(Source source, TableFormat format) {
        this.source = source;
        this.format = format;
        List<Cell> headings = source.next();
        if (headings == null) {
            throw new DomainException(TableProblem.CSV_EMPTY);
        }
        this.header = Header.of(headings, format);
    }

    /** The file stays where it is while it is read. */
    public static TableReader open(Path file, TableFormat format) {
        Source source = isWorkbook(file) ? XlsxSource.open(file) : CsvSource.open(file);
        try {
            return new TableReader(source, format);
        } catch (RuntimeException refusal) {
            source.close();
            throw refusal;
        }
    }

    /**
     * Reads the whole file once, so that nothing in it is found later that makes it no table.
     *
     * @return how many rows it has
     */
    public static int check(Path file, TableFormat format) {
        try (TableReader reader = open(file, format)) {
            while (reader.next() != null) {
                // only counted
            }
            if (reader.no == 0) {
                throw new DomainException(TableProblem.CSV_EMPTY);
            }
            return reader.no;
        }
    }

    /** Null behind the last row. */
    public @Nullable TableRow next() {
        List<Cell> cells = source.next();
        if (cells == null) {
            return null;
        }
        if (no == format.mostRows()) {
            throw new DomainException(TableProblem.CSV_TOO_LONG, format.mostRows());
        }
        no++;
        return new TableRow(header, source.leavesOutEmptyCells() ? filled(cells) : cells, no);
    }

    private List<Cell> filled(List<Cell> cells) {
        if (cells.size() >= header.width()) {
            return cells;
        }
        List<Cell> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(header.width() - cells.size(), Cell.EMPTY));
        return filled;
    }

    private static boolean isWorkbook(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
