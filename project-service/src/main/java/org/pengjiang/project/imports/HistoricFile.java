package org.pengjiang.project.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.project.model.ProjectProblem;

/**
 * The rows of a file, as texts. Reading the same bytes again gives the same rows, on whichever replica.
 *
 * @param firstRowOf the first row that has an external number; a later one with the same is a fault
 */
record HistoricFile(List<Row> rows, Map<String, Integer> firstRowOf) {
    static final int MOST_ROWS = 20_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Set<String> NEEDED = Set.of(
            "external_id",
            "name",
            "kind",
            "division",
            "investor_name",
            "planned_total_yuan",
            "agreement_no",
            "agreement_amount_yuan",
            "signed_on",
            "agreement_sha256",
            "shares");
    private static final Set<String> POSSIBLE = Set.of(
            "investor_id_type",
            "investor_id_no",
            "country",
            "chain",
            "industry_code",
            "tags",
            "parent_no",
            "increment_yuan");

    /** What is found by them or compared with them. */
    private static final Set<String> KEYS =
            Set.of("external_id", "parent_no", "investor_id_no", "chain", "industry_code");

    /**
     * @param no counts from 1 below the header
     * @param faults why its cells cannot be read
     */
    record Row(int no, Map<String, String> cells, List<Fault> faults) {}

    /** @throws DomainException CSV_MALFORMED, CSV_HEADER, CSV_EMPTY, CSV_TOO_LONG */
    static HistoricFile read(InputStream content) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text(content), format)) {
            requireColumns(parser.getHeaderNames());
            List<Row> rows = new ArrayList<>();
            Map<String, Integer> firstRowOf = new HashMap<>();
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber();
                if (record.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
                    throw new DomainException(ProjectProblem.CSV_MALFORMED, line);
                }
                if (rows.size() == MOST_ROWS) {
                    throw new DomainException(ProjectProblem.CSV_TOO_LONG, MOST_ROWS);
                }
                Row row = new Row(rows.size() + 1, cells(record), faults(record));
                rows.add(row);
                if (row.faults().isEmpty()) {
                    firstRowOf.putIfAbsent(row.cells().getOrDefault("external_id", ""), row.no());
                }
            }
            if (rows.isEmpty()) {
                throw new DomainException(ProjectProblem.CSV_EMPTY);
            }
            return new HistoricFile(List.copyOf(rows), firstRowOf);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException malformed) {
            throw new DomainException(ProjectProblem.CSV_MALFORMED, line);
        }
    }

    /** What a row is found by stands in its one spelling; the other cells are judged as they were typed. */
    private static Map<String, String> cells(CSVRecord record) {
        Map<String, String> cells = new HashMap<>();
        record.toMap().forEach((column, cell) -> cells.put(column, KEYS.contains(column) ? KeyText.of(cell) : cell));
        return Map.copyOf(cells);
    }

    /** With a cell too many or too few nobody knows which column the others belong to. */
    private static List<Fault> faults(CSVRecord record) {
        int columns = record.getParser().getHeaderNames().size();
        return record.isConsistent()
                ? List.of()
                : List.of(Fault.at("/", ProjectProblem.ROW_CELLS, record.size(), columns));
    }

    private static void requireColumns(List<String> names) {
        Set<String> given = Set.copyOf(names);
        boolean twice = given.size() < names.size();
        boolean unknown = given.stream().anyMatch(name -> !NEEDED.contains(name) && !POSSIBLE.contains(name));
        if (twice || unknown || !given.containsAll(NEEDED)) {
            throw new DomainException(
                    ProjectProblem.CSV_HEADER,
                    String.join(", ", new TreeSet<>(NEEDED)) + " [" + String.join(", ", new TreeSet<>(POSSIBLE)) + "]");
        }
    }

    /** What is no UTF-8 fails when it is read. */
    private static Reader text(InputStream content) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        int first = text.read();
        // spreadsheets put a byte order mark before the first column's name
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}
