package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Fault;

/** The outcome of each row, and what a chunk needs to know of the tables; in the transaction of the chunk. */
@ApplicationScoped
class ImportRows {
    private static final String REMEMBER =
            "INSERT INTO import_row (job_id, row_no, external_id, status, faults) VALUES (?, ?, ?, ?, ?)";
    private static final String SETTLE =
            "UPDATE import_row SET status = ?, faults = ?, project_id = ? WHERE job_id = ? AND row_no = ?";
    private static final String GOOD =
            "SELECT row_no FROM import_row WHERE job_id = ? AND status = 'GOOD' ORDER BY row_no LIMIT ?";
    private static final String IMPORTED =
            "SELECT external_id FROM project WHERE district = ? AND external_id = ANY (?)";
    private static final String PARENTS = "SELECT no, id FROM project WHERE district = ? AND no = ANY (?)";

    private final EntityManager entities;
    private final RowFaults words;

    ImportRows(EntityManager entities, RowFaults words) {
        this.entities = entities;
        this.words = words;
    }

    /** One row as it was found. */
    record Outcome(int rowNo, @Nullable String externalId, List<Fault> faults) {}

    void remember(UUID job, List<Outcome> outcomes) {
        work(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
                for (Outcome outcome : outcomes) {
                    insert.setObject(1, job);
                    insert.setInt(2, outcome.rowNo());
                    insert.setString(3, outcome.externalId());
                    insert.setString(4, outcome.faults().isEmpty() ? "GOOD" : "BAD");
                    insert.setString(5, outcome.faults().isEmpty() ? null : words.written(outcome.faults()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return outcomes.size();
        });
    }

    /** A good row has become a project, or has turned out bad after all. */
    void settle(UUID job, int rowNo, @Nullable UUID project, List<Fault> faults) {
        work(connection -> {
            try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
                update.setString(1, project == null ? "BAD" : "IMPORTED");
                update.setString(2, faults.isEmpty() ? null : words.written(faults));
                update.setObject(3, project);
                update.setObject(4, job);
                update.setInt(5, rowNo);
                return update.executeUpdate();
            }
        });
    }

    List<Integer> good(UUID job, int most) {
        return work(connection -> {
            try (PreparedStatement query = connection.prepareStatement(GOOD)) {
                query.setObject(1, job);
                query.setInt(2, most);
                List<Integer> found = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getInt(1));
                    }
                }
                return found;
            }
        });
    }

    Set<String> imported(String district, Set<String> externalIds) {
        return new TreeSet<>(
                pairs(IMPORTED, district, externalIds, row -> row.getString(1)).keySet());
    }

    Map<String, UUID> parents(String district, Set<String> numbers) {
        return pairs(PARENTS, district, numbers, row -> row.getObject(2, UUID.class));
    }

    private <T> Map<String, T> pairs(String sql, String district, Set<String> keys, FromRow<T> read) {
        return work(connection -> {
            Map<String, T> found = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, district);
                query.setArray(2, connection.createArrayOf("text", keys.toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getString(1), read.from(rows));
                    }
                }
            }
            return found;
        });
    }

    private interface FromRow<T> {
        T from(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }
}
