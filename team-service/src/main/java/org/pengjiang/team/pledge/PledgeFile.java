package org.pengjiang.team.pledge;

import static org.pengjiang.team.pledge.PledgeColumns.TARGET;
import static org.pengjiang.team.pledge.PledgeColumns.TARGET_AMOUNT;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ViolationFaults;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableProblem;
import org.pengjiang.kit.table.TableRow;
import org.pengjiang.kit.table.TableRows;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TeamProblem;

/** Reads the targets of many teams from a table. Each team's rows are judged as the form of its pledge is. */
@ApplicationScoped
class PledgeFile {
    private static final Pattern CURVE = Pattern.compile("[0-9]{1,5}(;[0-9]{1,5})*");

    private final ViolationFaults violations;

    PledgeFile(ViolationFaults violations) {
        this.violations = violations;
    }

    /** One team's rows, and the request that they make. */
    static final class OfTeam {
        private final List<TableRow> rows = new ArrayList<>();
        private final List<LineRequest> lines = new ArrayList<>();
        private boolean faulty;

        List<LineRequest> lines() {
            return List.copyOf(lines);
        }

        boolean isGood() {
            return !faulty;
        }

        void fault(TeamProblem code, Object... arguments) {
            rows.getFirst().fault(PledgeColumns.TEAM, code, arguments);
            faulty = true;
        }

        /** At the row of the line that the pointer names, or at the first where it names all of them. */
        void fault(Fault fault) {
            String[] parts = fault.pointer().split("/");
            boolean isOfOne = parts.length > 2 && parts[1].equals("lines");
            int line = isOfOne ? Integer.parseInt(parts[2]) : 0;
            Column<?> ofAll = fault.code() == TeamProblem.WEIGHTS_NOT_WHOLE ? PledgeColumns.WEIGHT : PledgeColumns.TEAM;
            Column<?> column = parts.length > 3
                    ? PledgeColumns.of(parts[3], lines.get(line))
                    : isOfOne ? PledgeColumns.METRIC : ofAll;
            // a cell that could not be read makes a member that is missing
            if (!rows.get(line).isFaulty(column)) {
                rows.get(line).fault(column, fault);
            }
            faulty = true;
        }
    }

    /** @param teams by code, in the order of the file */
    record Contents(TableRows rows, Map<String, OfTeam> teams) {}

    Contents read(TableRows rows, int year, Language language) {
        Map<String, OfTeam> teams = new LinkedHashMap<>();
        for (TableRow row : rows) {
            String code = row.isWhole() ? row.get(PledgeColumns.TEAM) : null;
            if (code != null) {
                OfTeam team = teams.computeIfAbsent(code, none -> new OfTeam());
                LineRequest line = line(row);
                team.faulty |= !row.faults().isEmpty();
                team.rows.add(row);
                team.lines.add(line);
            }
        }
        teams.values()
                .forEach(team -> violations
                        .of(new DraftPledgeRequest(year, team.lines()), language)
                        .forEach(team::fault));
        return new Contents(rows, teams);
    }

    /** As it comes out of a body: what is missing is named by the validation. */
    @SuppressWarnings("NullAway")
    private static LineRequest line(TableRow row) {
        Metric metric = row.get(PledgeColumns.METRIC);
        return new LineRequest(
                metric,
                row.get(PledgeColumns.LINE_KIND),
                row.get(PledgeColumns.MIN_BAND),
                row.get(PledgeColumns.MANUFACTURING),
                row.get(PledgeColumns.CHAIN),
                row.get(PledgeColumns.TAG),
                target(row, metric),
                row.get(PledgeColumns.WEIGHT),
                row.get(PledgeColumns.CAP),
                row.get(PledgeColumns.CURVE),
                curve(row),
                text(row.get(PledgeColumns.STRETCH)));
    }

    /** An amount has a column of its own, because its heading names its unit. */
    private static @Nullable String target(TableRow row, @Nullable Metric metric) {
        Yuan amount = row.get(TARGET_AMOUNT);
        BigDecimal number = row.get(TARGET);
        if (metric == null) {
            // nobody knows which column it belongs into
            return amount == null ? text(number) : amount.toString();
        }
        boolean isAmount = metric.quantity() == Quantity.YUAN;
        Column<?> filled = isAmount ? TARGET_AMOUNT : TARGET;
        Column<?> empty = isAmount ? TARGET : TARGET_AMOUNT;
        if (row.isEmpty(filled)) {
            row.fault(filled, TableProblem.TEXT_MISSING);
        }
        if (!row.isEmpty(empty)) {
            row.fault(empty, TeamProblem.TARGET_COLUMN);
        }
        return isAmount ? (amount == null ? null : amount.toString()) : text(number);
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable List<Integer> curve(TableRow row) {
        String points = row.get(PledgeColumns.CUSTOM_CURVE);
        if (points == null) {
            return null;
        }
        if (!CURVE.matcher(points).matches()) {
            row.fault(PledgeColumns.CUSTOM_CURVE, TeamProblem.CUSTOM_CURVE_MISSING);
            return null;
        }
        return Arrays.stream(points.split(";", -1)).map(Integer::valueOf).toList();
    }
}
