package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** The refused rows of an import, in the order of the file. */
@ApplicationScoped
class RefusedRows {
    private static final Keyset IN_ORDER = Keyset.ascending("r.row_no::integer");
    private static final String LIST = """
            SELECT r.row_no, r.external_id, r.faults
            FROM import_row r""";

    private final Jdbc jdbc;
    private final Paging paging;
    private final RowFaults words;

    RefusedRows(DataSource database, Paging paging, RowFaults words) {
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
        this.words = words;
    }

    Page<RefusedRow> of(UUID job, PageRequest request) {
        KeysetPage page = paging.start(request, IN_ORDER, job);
        List<RefusedRow> found = page.read(
                jdbc,
                LIST,
                SqlCondition.of("r.job_id = ? AND r.status = 'BAD'", job),
                row -> new RefusedRow(row.getInt(1), row.getString(2), words.read(row.getString(3))));
        return page.of(found, row -> List.of(row.row()));
    }
}
