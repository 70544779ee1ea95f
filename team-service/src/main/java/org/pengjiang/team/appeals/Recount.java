package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.DivisionScope;

/** Counts anew from the entries and from the appeals themselves, and compares that with the rollups. */
@ApplicationScoped
class Recount {
    private static final String DIFFERENCES = """
            SELECT coalesce(r.unit_code, e.unit_code) AS unit, coalesce(r.month, e.month)::text AS month,
              coalesce(r.figure, e.figure) AS figure, coalesce(e.quantity, 0) AS entries, coalesce(r.quantity, 0) AS rollup
            FROM (SELECT unit_code, month, figure, quantity FROM unit_appeal_month WHERE district = ?) r
            FULL JOIN (SELECT unit_code, month, figure, sum(quantity) AS quantity FROM unit_appeal_entry
                  WHERE district = ? GROUP BY 1, 2, 3) e
              ON (e.unit_code, e.month, e.figure) = (r.unit_code, r.month, r.figure)
            WHERE coalesce(e.quantity, 0) <> coalesce(r.quantity, 0)
            UNION ALL
            SELECT coalesce(o.unit_code, a.unit_code), '', 'OPEN_NOW', coalesce(a.quantity, 0), coalesce(o.open_appeals, 0)
            FROM (SELECT unit_code, open_appeals FROM unit_appeal_open WHERE district = ?) o
            FULL JOIN (SELECT unit_code, count(*) AS quantity FROM handled_appeal
                  WHERE district = ? AND open AND unit_code IS NOT NULL GROUP BY 1) a ON a.unit_code = o.unit_code
            WHERE coalesce(a.quantity, 0) <> coalesce(o.open_appeals, 0)
            ORDER BY 1, 2, 3 LIMIT 100""";

    private final DataSource database;

    Recount(DataSource database) {
        this.database = database;
    }

    RecountView of(DivisionScope scope) {
        String district = scope.value();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DIFFERENCES)) {
            for (int i = 1; i <= 4; i++) {
                select.setString(i, district);
            }
            List<RecountView.Difference> differences = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    differences.add(new RecountView.Difference(
                            row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
                }
            }
            return new RecountView(district, differences.isEmpty(), differences);
        } catch (SQLException failure) {
            throw new IllegalStateException("the appeals of units cannot be counted anew", failure);
        }
    }
}
