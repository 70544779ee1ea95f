package org.pengjiang.appeal.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.supervision.OrderIssuer;
import org.pengjiang.appeal.model.supervision.OrderStatus;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Language;

/** What supervision sees of the open appeals of its division, by the index of their dues, and the orders that are not cleared. */
@ApplicationScoped
class BoardQueries {
    private static final Keyset DUE_FIRST = Keyset.ascending("a.inbox_due::timestamptz", "a.id::uuid");
    private static final Keyset OLDEST_FIRST = Keyset.ascending("o.id::uuid");

    /** Of the clocks of this round that nobody has answered. */
    static final String RUNG = """
            (SELECT max(l.level) FROM deadline_clock c JOIN clock_level l ON l.clock_id = c.id
              WHERE c.appeal_id = a.id AND c.round = a.round AND c.state = 'MISSED' AND c.answered_at IS NULL
                AND l.level >= 100)""";

    static final String UNIT_NAME = """
            (SELECT u.name FROM known_unit u WHERE u.code = a.accountable_unit AND starts_with(a.division, u.division)
              ORDER BY length(u.division) DESC LIMIT 1)""";

    private static final String APPEALS = """
            SELECT a.id, a.no, a.division, a.state, a.round, a.category, a.time_class, a.accountable_unit, a.supervision_level,
                a.urge_count, a.inbox_due, %s AS rung, %s AS unit_name,
                (SELECT c.type FROM deadline_clock c
                  WHERE c.appeal_id = a.id AND c.due_at = a.next_due_at AND c.answered_at IS NULL ORDER BY c.id DESC LIMIT 1) AS clock
            FROM appeal a""".formatted(RUNG, UNIT_NAME);

    private static final String ORDERS = """
            SELECT o.id, o.appeal_id, o.seq, o.ordered_as, o.content, o.status, o.ordered_at, a.no, a.open, c.due_at, c.state = 'MISSED' AS overdue,
                coalesce(a.accountable_unit, o.unit_code) AS unit, %s AS unit_name
            FROM supervision_order o JOIN appeal a ON a.id = o.appeal_id JOIN deadline_clock c ON c.id = o.clock_id""".formatted(UNIT_NAME);

    private final AppealConditions conditions;
    private final Jdbc jdbc;
    private final Paging paging;

    BoardQueries(AppealConditions conditions, DataSource database, Paging paging) {
        this.conditions = conditions;
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
    }

    /** What is due by a moment, and after another one where it is given. */
    Page<BoardAppeal> dueBy(
            Caller caller, Instant until, @Nullable Instant after, BoardFilter filter, PageRequest request) {
        KeysetPage page =
                paging.start(request, DUE_FIRST, after == null, filter.unit(), filter.minLevel(), seal(caller));
        SqlCondition where = SqlCondition.of("a.open AND a.inbox_due <= ?", until)
                .and(seen(caller))
                .andIf("a.inbox_due > ?", after)
                .andIf("a.accountable_unit = ?", filter.unit())
                .andIf("a.supervision_level >= ?", filter.minLevel());
        return page.of(
                page.read(jdbc, APPEALS, where, BoardQueries::appeal),
                row -> List.of(row.inboxDue(), row.appeal().id()),
                Row::appeal);
    }

    Page<OpenOrder> orders(Caller caller, BoardFilter filter, PageRequest request) {
        KeysetPage page = paging.start(request, OLDEST_FIRST, filter.unit(), filter.minLevel(), seal(caller));
        SqlCondition where = SqlCondition.of("o.status <> 'CLEARED'")
                .and(seen(caller))
                .andIf("a.accountable_unit = ?", filter.unit())
                .andIf("a.supervision_level >= ?", filter.minLevel());
        return page.of(page.read(jdbc, ORDERS, where, BoardQueries::order), order -> List.of(order.id()));
    }

    /** In the caller's division, and not about a unit of theirs. */
    SqlCondition seen(Caller caller) {
        return within(caller.scope()).and(conditions.notAbout(caller));
    }

    /** The index starts with the district. */
    private static SqlCondition within(DivisionScope scope) {
        SqlCondition own = SqlCondition.of("a." + scope.column() + " = ?", scope.value());
        return scope.root()
                .filter(root -> !scope.column().equals("district"))
                .flatMap(DivisionCode::district)
                .map(district -> SqlCondition.of("a.district = ?", district).and(own))
                .orElse(own);
    }

    private static String seal(Caller caller) {
        return caller.scope().root().map(DivisionCode::value).orElse("-");
    }

    private record Row(BoardAppeal appeal, String inboxDue) {}

    private static Row appeal(ResultSet row) throws SQLException {
        AppealState state = AppealState.valueOf(row.getString("state"));
        String clock = row.getString("clock");
        return new Row(
                new BoardAppeal(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        row.getString("division"),
                        state,
                        CodeNames.of(state, Language.CHINESE),
                        CodeNames.of(state, Language.ENGLISH),
                        row.getInt("round"),
                        row.getString("category"),
                        TimeClass.valueOf(row.getString("time_class")),
                        row.getString("accountable_unit"),
                        row.getString("unit_name"),
                        row.getInt("supervision_level"),
                        row.getInt("urge_count"),
                        clock == null ? null : ClockType.valueOf(clock),
                        Objects.requireNonNull(Jdbc.instant(row, "inbox_due")),
                        row.getObject("rung", Integer.class)),
                row.getString("inbox_due"));
    }

    private static OpenOrder order(ResultSet row) throws SQLException {
        return new OpenOrder(
                row.getObject("id", UUID.class),
                row.getObject("appeal_id", UUID.class),
                row.getString("no"),
                row.getInt("seq"),
                OrderIssuer.valueOf(row.getString("ordered_as")),
                PersonalNumbers.mask(row.getString("content")),
                OrderStatus.valueOf(row.getString("status")),
                Objects.requireNonNull(Jdbc.instant(row, "ordered_at")),
                row.getString("unit"),
                row.getString("unit_name"),
                Jdbc.instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getBoolean("open"));
    }
}
