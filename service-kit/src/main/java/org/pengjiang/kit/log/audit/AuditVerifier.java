package org.pengjiang.kit.log.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.LogRows;

/**
 * Compares rows, chain, count and head, and asks whether the parties that a row names find it in their feeds. The sweep goes in
 * pages of subjects by id, each in a snapshot of its own, and holds no more than one page of heads: writers go on meanwhile, and a
 * reading transaction holds no horizon back.
 */
@ApplicationScoped
class AuditVerifier {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 500;
    private static final int MOST_FINDINGS = 200;
    private static final int MOST_IN_ALL = 2_000;
    private static final String ROWS = "SELECT " + LogRows.COLUMNS + """
            , CASE WHEN party IS NULL AND parties = '{}' THEN 0 ELSE
                (SELECT count(*) FROM event_log_party p WHERE p.pos = l.pos AND p.seq = l.seq
                    AND p.party = ANY (CASE l.form WHEN 1 THEN ARRAY[l.party] ELSE l.parties END)) END AS indexed
            FROM event_log l WHERE\s""";

    private final DataSource database;
    private final ChainHeads heads;
    private final AnchorVerifier anchors;

    AuditVerifier(DataSource database, ChainHeads heads, AnchorVerifier anchors) {
        this.database = database;
        this.heads = heads;
        this.anchors = anchors;
    }

    /** Empty when there is no such subject in the scope. */
    Optional<Verification> verify(DivisionScope scope, UUID subject) {
        Sweep sweep = new Sweep(scope);
        inSnapshot(connection -> {
            heads.of(connection, subject).ifPresent(sweep::expect);
            try (PreparedStatement rows = connection.prepareStatement(ROWS + "subject = ? ORDER BY subject_version")) {
                rows.setObject(1, subject);
                sweep.follow(rows);
            }
            sweep.finish();
        });
        return sweep.subjects == 0 ? Optional.empty() : Optional.of(sweep.result(null));
    }

    /** So many subjects from there on, and the newest anchors after the last; the answer says where to go on. */
    Verification sweep(DivisionScope scope, @Nullable UUID after, int subjects) {
        Sweep sweep = new Sweep(scope);
        UUID from = after == null ? BEFORE_ALL : after;
        for (int left = subjects; left > 0; left -= PAGE) {
            UUID upTo = page(sweep, from, Math.min(PAGE, left));
            if (upTo == null) {
                sweep.add(anchors.check());
                return sweep.result(null);
            }
            from = upTo;
            if (sweep.findings.size() >= MOST_FINDINGS) {
                break;
            }
        }
        return sweep.result(from);
    }

    /** Returns the last subject of the page; {@code null} when none can come after it. */
    private @Nullable UUID page(Sweep sweep, UUID after, int size) {
        List<ChainHead> page = new ArrayList<>();
        inSnapshot(connection -> {
            page.addAll(heads.after(connection, after, size));
            page.forEach(sweep::expect);
            boolean last = page.size() < size;
            // past the last head too: rows of a subject that does not exist
            String range = "subject > ?" + (last ? "" : " AND subject <= ?") + " ORDER BY subject, subject_version";
            try (PreparedStatement rows = connection.prepareStatement(ROWS + range)) {
                rows.setFetchSize(PAGE);
                rows.setObject(1, after);
                if (!last) {
                    rows.setObject(2, page.getLast().subject());
                }
                sweep.follow(rows);
            }
            sweep.finish();
        });
        return page.size() < size ? null : page.getLast().subject();
    }

    private interface SqlWork {
        void run(Connection connection) throws SQLException;
    }

    private void inSnapshot(SqlWork work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                work.run(connection);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be verified", e);
        }
    }

    /** What one call has seen so far. */
    private static final class Sweep {
        private final DivisionScope scope;
        private final Map<UUID, ChainHead> expected = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private long subjects;
        private long rows;
        private long rowsOfSubject;
        private boolean truncated;
        private @Nullable ChainVerifier chain;
        private @Nullable UUID current;

        Sweep(DivisionScope scope) {
            this.scope = scope;
        }

        void expect(ChainHead head) {
            expected.put(head.subject(), head);
        }

        void follow(PreparedStatement query) throws SQLException {
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID subject = row.getObject("subject", UUID.class);
                    if (!subject.equals(current)) {
                        endSubject();
                        chain = new ChainVerifier(subject);
                        current = subject;
                    }
                    if (chain != null) {
                        chain.row(LogRows.read(row), row.getBytes("hash"), row.getInt("indexed"));
                        rowsOfSubject++;
                    }
                }
            }
            endSubject();
        }

        private void endSubject() {
            if (chain != null && current != null) {
                conclude(chain, expected.remove(current));
            }
            chain = null;
            current = null;
            rowsOfSubject = 0;
        }

        /** Heads without a single row. */
        void finish() {
            List.copyOf(expected.values()).forEach(head -> {
                expected.remove(head.subject());
                conclude(new ChainVerifier(head.subject()), head);
            });
        }

        private void conclude(ChainVerifier check, @Nullable ChainHead head) {
            List<Finding> found = check.compare(head);
            if (covers(check.division())) {
                subjects++;
                rows += rowsOfSubject;
                // the first of each subject all the same: the cursor goes past it
                int room = findings.size() < MOST_IN_ALL ? Math.max(1, MOST_FINDINGS - findings.size()) : 0;
                truncated |= found.size() > room;
                found.stream().limit(room).forEach(findings::add);
            }
        }

        void add(List<Finding> found) {
            found.stream().filter(finding -> covers(finding.division())).forEach(findings::add);
        }

        private boolean covers(String division) {
            return !division.isEmpty() && scope.covers(DivisionCode.parse(division));
        }

        Verification result(@Nullable UUID next) {
            return new Verification(
                    findings.isEmpty(), subjects, rows, findings, truncated, next == null ? null : next.toString());
        }
    }
}
