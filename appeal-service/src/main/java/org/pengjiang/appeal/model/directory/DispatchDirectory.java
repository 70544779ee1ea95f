package org.pengjiang.appeal.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

/** Which unit answers for a category in an area: the narrowest area goes first, then the newest rule. */
@ApplicationScoped
public class DispatchDirectory {
    private static final String HIT = """
            SELECT id, division, unit_code, valid_from, assumption FROM dispatch_rule
            WHERE category = ? AND division = ANY (?)
              AND begins_at <= ? AND (ends_at IS NULL OR ends_at > ?)
            ORDER BY length(division) DESC, begins_at DESC, id DESC
            LIMIT 1
            """;

    private final Jdbc jdbc;
    private final Clock clock;

    DispatchDirectory(DataSource database, Clock clock) {
        this.jdbc = Jdbc.of(database);
        this.clock = clock;
    }

    /** The rule that applies, and where and since when. */
    public record Entry(UUID ruleId, String area, String unitCode, LocalDate validFrom, boolean assumption) {}

    public Optional<String> unitFor(String category, DivisionCode division) {
        return entryFor(category, division, Instant.now(clock)).map(Entry::unitCode);
    }

    public Optional<Entry> entryFor(String category, DivisionCode division, Instant at) {
        List<String> areas = areas(division).stream().map(DivisionCode::value).toList();
        return jdbc.first(HIT, DispatchDirectory::entry, category, areas, at, at);
    }

    /** Where a rule may stand that applies here: the division itself, then what it lies in. */
    public static List<DivisionCode> areas(DivisionCode division) {
        return Stream.iterate(Optional.of(division), Optional::isPresent, code -> code.flatMap(DivisionCode::parent))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("division"),
                row.getString("unit_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("assumption"));
    }
}
