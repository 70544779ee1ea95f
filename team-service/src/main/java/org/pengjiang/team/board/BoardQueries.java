package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TeamKind;

/** A board takes three queries, whatever the number of teams and projects. */
@ApplicationScoped
class BoardQueries {
    private static final String TEAMS = """
            SELECT id, code, name, kind, group_name, division, valid_from FROM team
            WHERE district = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
            ORDER BY code""";

    private static final String LINES = """
            SELECT p.team_id, l.metric, l.line_kind, l.min_band, l.manufacturing, l.chain, l.tag, l.target, l.unit,
              l.weight, l.cap, l.curve, l.custom_curve, l.stretch
            FROM (SELECT DISTINCT ON (team_id) id, team_id FROM pledge
                  WHERE district = ? AND year = ? AND signed_on <= ? AND status IN ('SIGNED', 'AMENDED', 'CLOSED')
                  ORDER BY team_id, number DESC) p
            JOIN target_line l ON l.pledge_id = p.id
            ORDER BY p.team_id, l.position""";

    static final String CREDITS = """
            SELECT holder, extract(month FROM day)::int, metric, band, manufacturing, chain, tags, historical,
              sum(quantity)
            FROM credit_day WHERE district = ? AND day BETWEEN ? AND ?
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""";

    private final DataSource database;

    BoardQueries(DataSource database) {
        this.database = database;
    }

    List<BoardTeam> teams(DivisionScope district, int year, LocalDate asOf) {
        Map<UUID, List<TargetLine>> lines = lines(district, year, asOf);
        List<BoardTeam> teams = new ArrayList<>();
        query(
                TEAMS,
                select -> {
                    select.setString(1, district.value());
                    select.setObject(2, asOf);
                    select.setObject(3, LocalDate.of(year, 1, 1));
                },
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    teams.add(new BoardTeam(
                            id,
                            row.getString(2),
                            row.getString(3),
                            TeamKind.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, LocalDate.class),
                            lines.getOrDefault(id, List.of())));
                });
        return teams;
    }

    private Map<UUID, List<TargetLine>> lines(DivisionScope district, int year, LocalDate asOf) {
        Map<UUID, List<TargetLine>> lines = new HashMap<>();
        query(
                LINES,
                select -> {
                    select.setString(1, district.value());
                    select.setInt(2, year);
                    select.setObject(3, asOf);
                },
                row -> lines.computeIfAbsent(row.getObject(1, UUID.class), team -> new ArrayList<>())
                        .add(line(row)));
        return lines;
    }

    private static TargetLine line(ResultSet row) throws SQLException {
        String band = row.getString("min_band");
        Array custom = row.getArray("custom_curve");
        return new TargetLine(
                Metric.valueOf(row.getString("metric")),
                LineKind.valueOf(row.getString("line_kind")),
                band == null ? null : Band.valueOf(band),
                (Boolean) row.getObject("manufacturing"),
                row.getString("chain"),
                row.getString("tag"),
                row.getBigDecimal("target"),
                Quantity.valueOf(row.getString("unit")),
                row.getInt("weight"),
                row.getBigDecimal("cap"),
                Curve.valueOf(row.getString("curve")),
                custom == null
                        ? null
                        : Arrays.stream((Integer[]) custom.getArray())
                                .mapToInt(Integer::intValue)
                                .toArray(),
                row.getBigDecimal("stretch"));
    }

    Credits credits(DivisionScope district, int year, LocalDate asOf) {
        List<Credit> credits = new ArrayList<>();
        query(
                CREDITS,
                select -> {
                    select.setString(1, district.value());
                    select.setObject(2, LocalDate.of(year, 1, 1));
                    select.setObject(3, asOf);
                },
                row -> credits.add(new Credit(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        Metric.valueOf(row.getString(3)),
                        Band.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getString(6),
                        List.of((String[]) row.getArray(7).getArray()),
                        row.getBoolean(8),
                        row.getBigDecimal(9))));
        return new Credits(credits);
    }

    private void query(String sql, Binder binder, RowReader reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binder.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the board cannot be read", failure);
        }
    }

    private interface Binder {
        void bind(PreparedStatement select) throws SQLException;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
