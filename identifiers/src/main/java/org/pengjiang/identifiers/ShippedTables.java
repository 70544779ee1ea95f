package org.pengjiang.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the tables inside this module: a header line, then plain comma-separated fields without quotes. */
final class ShippedTables {

    private ShippedTables() {}

    static List<Division> divisions() {
        return rows("divisions.csv").stream()
                .map(row -> new Division(
                        DivisionCode.parse(row[0]),
                        row[1],
                        row[2],
                        isEmpty(row[3]) ? null : LocalDate.parse(row[3]),
                        isEmpty(row[4]) ? null : DivisionCode.parse(row[4]),
                        Boolean.parseBoolean(row[5])))
                .toList();
    }

    static Map<String, String> industries2017() {
        Map<String, String> names = new LinkedHashMap<>();
        rows("industries-2017.csv").forEach(row -> names.put(row[0], row[1]));
        return names;
    }

    private static boolean isEmpty(@Nullable String field) {
        return field == null || field.isEmpty();
    }

    private static List<String[]> rows(String table) {
        try (InputStream in = Objects.requireNonNull(ShippedTables.class.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
