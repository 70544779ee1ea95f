package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.TeamKind;
import org.pengjiang.team.model.TeamProblem;
import org.pengjiang.team.model.UnitKind;

/** The read side of the organisation. */
@ApplicationScoped
class OrganisationQueries {
    private static final Keyset UNIT_ORDER = Keyset.ascending("u.code::text", "u.id::uuid");
    private static final Keyset TEAM_ORDER = Keyset.ascending("t.code::text", "t.id::uuid");

    private final DataSource database;
    private final Paging paging;

    OrganisationQueries(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    /** @throws DomainException UNIT_UNKNOWN */
    void requireUnit(DivisionScope scope, @Nullable String code) {
        if (code == null) {
            return;
        }
        List<Boolean> found = select(
                "SELECT EXISTS (SELECT FROM unit WHERE " + scope.column() + " = ? AND code = ?)",
                List.of(scope.value(), code),
                row -> row.getBoolean(1));
        if (!found.getFirst()) {
            throw new DomainException(
                    TeamProblem.UNIT_UNKNOWN, List.of(Fault.at("/unitCode", TeamProblem.UNIT_UNKNOWN, code)), code);
        }
    }

    Page<UnitView> units(DivisionScope scope, PageRequest request) {
        KeysetPage page = paging.start(request, UNIT_ORDER, scope);
        String sql = "SELECT u.id, u.code, u.name, u.division, u.kind FROM unit u WHERE u." + scope.column()
                + " = ? AND " + page.condition() + " ORDER BY " + page.orderBy() + " LIMIT ?";
        List<Object> parameters = new ArrayList<>();
        parameters.add(scope.value());
        parameters.addAll(page.parameters());
        parameters.add(page.fetch());
        List<UnitView> units = select(
                sql,
                parameters,
                row -> new UnitView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        UnitKind.valueOf(row.getString(5))));
        return page.of(units, unit -> List.of(unit.code(), unit.id()));
    }

    /** @param account only teams that this account leads today */
    record TeamFilter(
            @Nullable TeamKind kind,
            @Nullable String group,
            @Nullable String account) {}

    Page<TeamSummary> teams(DivisionScope scope, TeamFilter filter, LocalDate today, PageRequest request) {
        KeysetPage page = paging.start(request, TEAM_ORDER, scope, filter.kind(), filter.group(), filter.account());
        List<Object> parameters = new ArrayList<>(List.of(today, today, scope.value()));
        StringBuilder where = new StringBuilder("t." + scope.column() + " = ?");
        also(
                where,
                parameters,
                "t.kind",
                filter.kind() == null ? null : filter.kind().name());
        also(where, parameters, "t.group_name", filter.group());
        also(where, parameters, "c.account", filter.account());
        parameters.addAll(page.parameters());
        parameters.add(page.fetch());
        String sql = """
                SELECT t.id, t.code, t.name, t.kind, t.group_name, t.division, t.unit_code, t.valid_from, t.valid_to,
                  c.account
                FROM team t LEFT JOIN captaincy c
                  ON c.team_id = t.id AND c.valid_from <= ? AND (c.valid_to IS NULL OR c.valid_to >= ?)
                WHERE %s AND %s ORDER BY %s LIMIT ?""".formatted(where, page.condition(), page.orderBy());
        return page.of(select(sql, parameters, OrganisationQueries::team), team -> List.of(team.code(), team.id()));
    }

    private static void also(StringBuilder where, List<Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    private static TeamSummary team(ResultSet row) throws SQLException {
        return new TeamSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                TeamKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                row.getObject(8, LocalDate.class),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                Optional.ofNullable(row.getString(10)));
    }

    private <T> List<T> select(String sql, List<?> parameters, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException("the organisation cannot be read", failure);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
