package org.pengjiang.project.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.table.TableReader;
import org.pengjiang.kit.table.TableRow;

/**
 * The file of a job while a replica works on it: a copy on the disk that is read forward, chunk by chunk. A chunk that is
 * rolled back is given once more.
 */
final class ImportFile implements AutoCloseable {
    private final UUID job;
    private final Path copy;
    private final Map<String, Integer> firstRowOf;
    private final NavigableMap<Integer, TableRow> lastGiven = new TreeMap<>();
    private @Nullable TableReader reader;
    private int read;

    /** @param copy deleted when this is closed */
    ImportFile(UUID job, Path copy) {
        this.job = job;
        this.copy = copy;
        this.firstRowOf = firstRows(copy);
    }

    private static Map<String, Integer> firstRows(Path copy) {
        Map<String, Integer> first = new HashMap<>();
        try (TableReader reader = TableReader.open(copy, HistoricColumns.FORMAT)) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                String key = row.keyIn(HistoricColumns.EXTERNAL_ID);
                if (!key.isEmpty() && key.length() <= HistoricColumns.EXTERNAL_ID.longest()) {
                    first.putIfAbsent(key, row.no());
                }
            }
        }
        return Map.copyOf(first);
    }

    UUID job() {
        return job;
    }

    /** The first row that has an external number; a later one with the same is a fault. */
    Map<String, Integer> firstRowOf() {
        return firstRowOf;
    }

    /** @param numbers ascending */
    List<TableRow> rows(List<Integer> numbers) {
        List<TableRow> rows = new ArrayList<>();
        if (!numbers.isEmpty()) {
            lastGiven.headMap(numbers.getFirst()).clear();
        }
        for (int no : numbers) {
            TableRow row = lastGiven.containsKey(no) ? lastGiven.get(no) : forwardTo(no);
            lastGiven.put(no, row);
            rows.add(row.afresh());
        }
        return rows;
    }

    private TableRow forwardTo(int no) {
        if (reader == null || no <= read) {
            closeReader();
            reader = TableReader.open(copy, HistoricColumns.FORMAT);
            read = 0;
        }
        TableRow row;
        do {
            row = reader.next();
            read++;
        } while (row != null && row.no() < no);
        if (row == null) {
            throw new IllegalStateException("the file of import " + job + " has no row " + no);
        }
        return row;
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void close() {
        closeReader();
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
