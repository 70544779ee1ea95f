package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
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

    private final Jdbc jdbc;
    private final Paging paging;

    OrganisationQueries(DataSource database, Paging paging) {
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
    }

    /** @throws DomainException UNIT_UNKNOWN */
    void requireUnit(DivisionScope scope, @Nullable String code) {
        if (code == null) {
            return;
        }
        if (!jdbc.exists("SELECT 1 FROM unit WHERE " + scope.column() + " = ? AND code = ?", scope.value(), code)) {
            throw new DomainException(
                    TeamProblem.UNIT_UNKNOWN, List.of(Fault.at("/unitCode", TeamProblem.UNIT_UNKNOWN, code)), code);
        }
    }

    Page<UnitView> units(DivisionScope scope, PageRequest request) {
        KeysetPage page = paging.start(request, UNIT_ORDER, scope);
        List<UnitView> units = page.read(
                jdbc,
                "SELECT u.id, u.code, u.name, u.division, u.kind FROM unit u",
                SqlCondition.of("u." + scope.column() + " = ?", scope.value()),
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
        SqlCondition where = SqlCondition.of("t." + scope.column() + " = ?", scope.value())
                .andIf("t.kind = ?", filter.kind())
                .andIf("t.group_name = ?", filter.group())
                .andIf("c.account = ?", filter.account());
        SqlCondition select = SqlCondition.of("""
                SELECT t.id, t.code, t.name, t.kind, t.group_name, t.division, t.unit_code, t.valid_from, t.valid_to,
                  c.account
                FROM team t LEFT JOIN captaincy c
                  ON c.team_id = t.id AND c.valid_from <= ? AND (c.valid_to IS NULL OR c.valid_to >= ?)""", today, today);
        return page.of(
                page.read(jdbc, select, where, OrganisationQueries::team), team -> List.of(team.code(), team.id()));
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
}
