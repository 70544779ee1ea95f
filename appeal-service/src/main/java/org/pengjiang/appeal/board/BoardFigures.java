package org.pengjiang.appeal.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** The board in numbers: of open appeals that are due by now or soon, and of orders that are not cleared. */
@ApplicationScoped
class BoardFigures {
    private static final String FIGURES = """
            SELECT district, coalesce(unit, '') AS unit, max(unit_name) AS unit_name, what, rung, level, count(*) AS n FROM (
                SELECT a.district, a.accountable_unit AS unit, %2$s AS unit_name,
                       CASE WHEN a.inbox_due <= ? THEN 'OVERDUE' ELSE 'SOON' END AS what,
                       CASE WHEN a.inbox_due <= ? THEN %1$s END AS rung,
                       CASE WHEN a.inbox_due <= ? THEN a.supervision_level END AS level
                  FROM appeal a WHERE a.open AND a.inbox_due <= ? AND %3$s
                UNION ALL
                SELECT a.district, coalesce(a.accountable_unit, o.unit_code), %2$s, 'ORDER', NULL, NULL
                  FROM supervision_order o JOIN appeal a ON a.id = o.appeal_id WHERE o.status <> 'CLEARED' AND %3$s) f
             GROUP BY 1, 2, 4, 5, 6 ORDER BY 1, 2""";

    private final BoardQueries board;
    private final Jdbc jdbc;

    BoardFigures(BoardQueries board, DataSource database) {
        this.board = board;
        this.jdbc = Jdbc.of(database);
    }

    BoardSummary of(Caller caller, Instant now, Instant soon) {
        SqlCondition seen = board.seen(caller);
        List<Object> values = new ArrayList<>(List.of(now, now, now, soon));
        values.addAll(seen.values());
        values.addAll(seen.values());
        String sql = FIGURES.formatted(BoardQueries.RUNG, BoardQueries.UNIT_NAME, seen.sql());
        Map<String, List<Figure>> byUnit = jdbc.list(sql, BoardFigures::figure, values.toArray()).stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.district() + " " + figure.unit(), TreeMap::new, Collectors.toList()));
        return new BoardSummary(
                now, soon, byUnit.values().stream().map(BoardFigures::unit).toList());
    }

    private record Figure(
            String district,
            String unit,
            @Nullable String unitName,
            String what,
            @Nullable Integer rung,
            @Nullable Integer level,
            long count) {}

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getString("district"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("what"),
                row.getObject("rung", Integer.class),
                row.getObject("level", Integer.class),
                row.getLong("n"));
    }

    private static BoardSummary.OfUnit unit(List<Figure> figures) {
        Figure any = figures.getFirst();
        List<Figure> overdue = figures.stream()
                .filter(figure -> figure.what().equals("OVERDUE"))
                .toList();
        return new BoardSummary.OfUnit(
                any.district(),
                any.unit().isEmpty() ? null : any.unit(),
                figures.stream()
                        .map(Figure::unitName)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                sum(overdue),
                by(overdue, figure -> Objects.requireNonNullElse(figure.rung(), 0)).entrySet().stream()
                        .map(rung -> new BoardSummary.Rung(rung.getKey() == 0 ? null : rung.getKey(), rung.getValue()))
                        .toList(),
                by(overdue, figure -> Objects.requireNonNullElse(figure.level(), 0)).entrySet().stream()
                        .map(level -> new BoardSummary.Level(level.getKey(), level.getValue()))
                        .toList(),
                sum(figures.stream()
                        .filter(figure -> figure.what().equals("SOON"))
                        .toList()),
                sum(figures.stream()
                        .filter(figure -> figure.what().equals("ORDER"))
                        .toList()));
    }

    private static Map<Integer, Long> by(List<Figure> figures, Function<Figure, Integer> key) {
        return figures.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(Figure::count)));
    }

    private static long sum(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).sum();
    }
}
