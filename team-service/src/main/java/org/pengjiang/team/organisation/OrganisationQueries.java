package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.TeamProblem;

/** The read side of the organisation. */
@ApplicationScoped
class OrganisationQueries {
    private final DataSource database;

    OrganisationQueries(DataSource database) {
        this.database = database;
    }

    /** @throws DomainException UNIT_UNKNOWN */
    void requireUnit(DivisionScope scope, @Nullable String code) {
        if (code != null && !unitExists(scope, code)) {
            throw new DomainException(
                    TeamProblem.UNIT_UNKNOWN, List.of(Fault.at("/unitCode", TeamProblem.UNIT_UNKNOWN, code)), code);
        }
    }

    private boolean unitExists(DivisionScope scope, String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM unit WHERE " + scope.column() + " = ? AND code = ?)")) {
            select.setString(1, scope.value());
            select.setString(2, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("units cannot be read", failure);
        }
    }
}
