package org.pengjiang.kit.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * Which column of the file is which.
 *
 * @param width how many columns the file has
 * @param nameless columns without a heading, which spreadsheets leave behind: nothing may stand in them
 */
record Header(Map<String, Place> places, int width, List<Integer> nameless) {
    private static final int LETTERS = 26;
    private static final int LONGEST_SHOWN = 60;

    /**
     * @param index among all cells of a row
     * @param position among those that {@link #headed} keeps
     * @param heading as it stands in the file
     */
    record Place(int index, int position, String heading, Column.Unit unit) {}

    /** @throws DomainException CSV_HEADER with everything that is wrong, at the columns of the file */
    static Header of(List<Cell> cells, TableFormat format) {
        Map<String, Place> places = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<Integer> nameless = new ArrayList<>();
        for (int i = 0; i < cells.size() && faults.size() < TableReader.MOST_FAULTS; i++) {
            if (cells.get(i).text().isBlank()) {
                nameless.add(i);
                continue;
            }
            place(cells.get(i).text().strip(), i, format, places).ifPresent(faults::add);
        }
        for (Column<?> column : format.columns()) {
            if (column.isRequired() && !places.containsKey(column.key())) {
                faults.add(Fault.at(
                        "/columns",
                        TableProblem.HEADING_MISSING,
                        column.key(),
                        column.title().chinese()));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(TableProblem.CSV_HEADER, faults, named(format));
        }
        return new Header(Map.copyOf(places), cells.size(), List.copyOf(nameless));
    }

    private static Optional<Fault> place(String heading, int index, TableFormat format, Map<String, Place> places) {
        String at = "/columns/" + letters(index);
        String shown = heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) + "…" : heading;
        for (Column<?> column : format.columns()) {
            Optional<Column.Unit> unit = column.unitOf(heading);
            if (unit.isPresent()) {
                if (unit.get() == Column.Unit.MISSING) {
                    return Optional.of(Fault.at(at, TableProblem.HEADING_UNIT, shown));
                }
                @Nullable Place before = places.putIfAbsent(column.key(), new Place(index, places.size(), heading, unit.get()));
                return before == null
                        ? Optional.empty()
                        : Optional.of(Fault.at(at, TableProblem.HEADING_DOUBLED, shown, letters(before.index())));
            }
        }
        return Optional.of(Fault.at(at, TableProblem.HEADING_UNKNOWN, shown));
    }

    /** The cells of a whole row that stand under a heading. */
    List<Cell> headed(List<Cell> cells) {
        Cell[] headed = new Cell[places.size()];
        places.values().forEach(place -> headed[place.position()] = cells.get(place.index()));
        return List.of(headed);
    }

    private static String named(TableFormat format) {
        return format.columns().stream()
                        .filter(Column::isRequired)
                        .map(Column::key)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + format.columns().stream()
                        .filter(column -> !column.isRequired())
                        .map(Column::key)
                        .sorted()
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    /** As a spreadsheet counts columns: A, B, …, Z, AA. */
    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
