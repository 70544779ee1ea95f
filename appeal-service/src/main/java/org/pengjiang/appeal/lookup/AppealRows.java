package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Reads lines of lists straight from the table: no aggregate is loaded. */
@ApplicationScoped
class AppealRows {
    private static final String OFFICES_DUE = "a.next_due_at";

    /** What the offices promise each other is not the enterprise's. */
    private static final String ENTERPRISES_DUE = """
            (SELECT min(c.due_at) FROM deadline_clock c
             WHERE c.appeal_id = a.id AND c.family = 'ENTERPRISE' AND c.type <> 'EVALUATION'
               AND c.state IN ('RUNNING', 'PAUSED')) AS next_due_at""";

    private static final String COLUMNS = """
            SELECT %2$s AS involved, %3$s AS learns_whose, %4$s AS shows_project, a.id, a.no, a.title, a.division, a.state, a.open, a.round, a.nature, a.category, a.urgency, a.time_class,
                a.source, a.enterprise, a.enterprise_name, a.project_id, a.project_no, a.handler_kind, a.accountable_unit,
                (SELECT u.name FROM known_unit u WHERE u.code = a.accountable_unit AND starts_with(a.division, u.division)
                  ORDER BY length(u.division) DESC LIMIT 1) AS unit_name, a.category_version, a.urge_count,
                a.supervision_level, a.breached, a.received_at, %1$s, a.contact_sealed,
                (SELECT k.key_sealed FROM data_key k WHERE k.id = data_key_of(a.contact_sealed)) AS contact_data_key,
                a.confidentiality, a.version, a.inbox_due
            FROM appeal a
            WHERE\s""";

    /** An office may have filed for an enterprise about the project of another. */
    private static final SqlCondition OWN_PROJECT = SqlCondition.of("""
            (a.source = 'APP' OR EXISTS (
                SELECT FROM known_project k WHERE k.id = a.project_id AND a.enterprise = ANY (k.enterprises)))""");

    private final Jdbc jdbc;
    private final AppealSummaryMapper summaries;
    private final AppealConditions conditions;
    private final Clock clock;

    AppealRows(DataSource database, AppealSummaryMapper summaries, AppealConditions conditions, Clock clock) {
        this.jdbc = Jdbc.of(database);
        this.summaries = summaries;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** For whom the lines are: in which view, and of which appeals what was filed, whose they are, and their project. */
    record Reader(FieldView view, SqlCondition involved, SqlCondition learnsWhose, SqlCondition showsProject) {
        static Reader of(Caller caller, AppealConditions conditions) {
            return new Reader(
                    conditions.view(caller),
                    conditions.involved(caller),
                    conditions.learnsWhose(caller),
                    Party.isOfficial(caller) ? SqlCondition.of("TRUE") : OWN_PROJECT);
        }

        List<Object> values() {
            List<Object> values = new ArrayList<>(involved.values());
            values.addAll(learnsWhose.values());
            values.addAll(showsProject.values());
            return values;
        }
    }

    /** A line, and the text of its place in the inbox. */
    record Row(AppealSummary summary, String inboxDue) {}

    List<Row> page(Caller caller, List<SqlCondition> sources, SqlCondition filter, KeysetPage page) {
        if (sources.isEmpty()) {
            return List.of();
        }
        Reader reader = Reader.of(caller, conditions);
        SqlCondition rest = filter.and(new SqlCondition(page.condition(), List.copyOf(page.parameters())));
        List<Object> values = new ArrayList<>();
        for (SqlCondition source : sources) {
            values.addAll(reader.values());
            values.addAll(source.and(rest).values());
            values.add(page.fetch());
        }
        String sql = sql(reader, sources, rest, page.orderBy());
        if (sources.size() > 1) {
            values.add(page.fetch());
        }
        return read(reader, sql, values);
    }

    /** Each source gives its first rows in order, and the first of these make the page. */
    static String sql(Reader reader, List<SqlCondition> sources, SqlCondition rest, String orderBy) {
        String order = " ORDER BY " + orderBy + " LIMIT ?";
        List<String> parts = sources.stream()
                .map(source -> columns(reader) + source.and(rest).sql() + order)
                .toList();
        return parts.size() == 1
                ? parts.getFirst()
                : parts.stream().collect(Collectors.joining(") UNION ALL (", "SELECT * FROM ((", ")) a" + order));
    }

    /** Those among these ids that lie in one of the sources, newest first. */
    List<Row> among(Caller caller, List<SqlCondition> sources, List<UUID> ids) {
        if (sources.isEmpty() || ids.isEmpty()) {
            return List.of();
        }
        Reader reader = Reader.of(caller, conditions);
        List<Object> values = new ArrayList<>(reader.values());
        values.add(ids.toArray(UUID[]::new));
        sources.forEach(source -> values.addAll(source.values()));
        String any = sources.stream().map(SqlCondition::sql).collect(Collectors.joining(") OR (", "((", "))"));
        return read(reader, columns(reader) + "a.id = ANY (?) AND " + any + " ORDER BY a.id DESC", values);
    }

    private static String columns(Reader reader) {
        return COLUMNS.formatted(
                reader.view.shows(FieldView.Field.OFFICE_CLOCKS) ? OFFICES_DUE : ENTERPRISES_DUE,
                reader.involved.sql(),
                reader.learnsWhose.sql(),
                reader.showsProject.sql());
    }

    private List<Row> read(Reader reader, String sql, List<Object> values) {
        Instant now = Instant.now(clock);
        return jdbc.list(
                sql, row -> new Row(summaries.of(row, reader.view, now), row.getString("inbox_due")), values.toArray());
    }
}
