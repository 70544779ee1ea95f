package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;

/** The refused rows of an import, in the order of the file. */
@ApplicationScoped
class RefusedRows {
    private static final Keyset IN_ORDER = Keyset.ascending("r.row_no::integer");
    private static final String LIST = """
            SELECT r.row_no, r.external_id, r.faults
            FROM import_row r
            WHERE r.job_id = ? AND r.status = 'BAD' AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;
    private final RowFaults words;

    RefusedRows(DataSource database, Paging paging, RowFaults words) {
        this.database = database;
        this.paging = paging;
        this.words = words;
    }

    Page<RefusedRow> of(UUID job, PageRequest request) {
        KeysetPage page = paging.start(request, IN_ORDER, job);
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(LIST.formatted(page.condition(), page.orderBy()))) {
            int index = 0;
            query.setObject(++index, job);
            for (String value : page.parameters()) {
                query.setString(++index, value);
            }
            query.setInt(++index, page.fetch());
            List<RefusedRow> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new RefusedRow(rows.getInt(1), rows.getString(2), words.read(rows.getString(3))));
                }
            }
            return page.of(found, row -> List.of(row.row()));
        } catch (SQLException e) {
            throw new IllegalStateException("the refused rows cannot be read", e);
        }
    }
}
