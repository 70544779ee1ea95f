package org.pengjiang.kit.crypto.rotation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * One walk over one column, some rows at a time in the order of their ids. The transaction that seals them also notes how far
 * it has come, so that a walk that was cut off goes on where it was, on whatever replica. It never waits: a row that somebody
 * has locked stays for the next walk. It writes the sealed bytes alone; the version of a row, and with it the ETag, stays.
 */
final class ColumnWalk {
    private static final Logger LOG = Logger.getLogger(ColumnWalk.class);
    private static final int LONGEST_HEAD = Encryptor.LONGEST_HEAD;
    private static final String CLAIM = """
            SELECT walk_key, walk_after, walk_rows, counted_key, counted_rows, counted_at,
                   clock_timestamp() AS now,
                   EXISTS (SELECT 1 FROM encryption_key mine JOIN encryption_key other ON other.first_used > mine.first_used
                            WHERE mine.key_id = ?) AS outdated
              FROM sealed_column WHERE table_name = ? AND column_name = ? FOR UPDATE OF sealed_column SKIP LOCKED
            """;
    private static final String BEGIN = """
            UPDATE sealed_column SET walk_key = ?, walk_began = clock_timestamp(), walk_after = NULL, walk_rows = '{}'
             WHERE table_name = ? AND column_name = ?
            """;
    private static final String GO_ON = """
            UPDATE sealed_column SET walk_after = ?, walk_rows = ? WHERE table_name = ? AND column_name = ?
            """;
    private static final String END = """
            UPDATE sealed_column SET counted_key = walk_key, counted_rows = ?, counted_at = clock_timestamp(),
                                     walk_key = NULL, walk_after = NULL, walk_rows = '{}'
             WHERE table_name = ? AND column_name = ?
            """;

    /** What came back under the ring after its erasure gets no data key: {@code RepeatErasures} erases it again. */
    private static final String NOT_ERASED =
            " AND NOT EXISTS (SELECT 1 FROM event_log e WHERE e.type LIKE '%%-erased.v1' AND e.subject_type = '%1$s'"
                    + " AND e.subject = %1$s.%2$s)";

    private final Jdbc jdbc;
    private final Encryptor encryptor;
    private final DataKeys dataKeys;
    private final RotationConfig config;
    private final SealedColumn column;

    ColumnWalk(
            DataSource database, Encryptor encryptor, DataKeys dataKeys, RotationConfig config, SealedColumn column) {
        this.dataKeys = dataKeys;
        this.jdbc = Jdbc.of(database);
        this.encryptor = encryptor;
        this.config = config;
        this.column = column;
    }

    enum Step {
        /** There are more rows. */
        MORE,
        /** The last row was seen. */
        ENDED,
        /** Another replica is at this column. */
        BUSY,
        /** It was walked not long ago, or a replica with newer keys does it. */
        NOT_DUE
    }

    private record State(
            @Nullable String walkKey,
            @Nullable String after,
            KeyCounts walked,
            @Nullable String countedKey,
            KeyCounts counted,
            @Nullable OffsetDateTime countedAt,
            OffsetDateTime now,
            boolean isOutdated) {}

    private record SealedRow(String id, String key) {}

    private record LockedRow(String id, byte[] sealed) {}

    Step step() {
        return QuarkusTransaction.requiringNew().call(this::stepOnce);
    }

    private Step stepOnce() {
        State state = claim().orElse(null);
        if (state == null) {
            return Step.BUSY;
        }
        boolean goesOn = encryptor.currentKey().equals(state.walkKey());
        // while replicas are exchanged one by one, the old ones would seal everything back under what they take for the
        // newest
        if (state.isOutdated() || (!goesOn && !isDue(state))) {
            return Step.NOT_DUE;
        }
        if (!goesOn) {
            jdbc.update(BEGIN, encryptor.currentKey(), column.table(), column.column());
        }
        KeyCounts counts = goesOn ? state.walked() : KeyCounts.read("{}");
        List<SealedRow> rows = read(goesOn ? state.after() : null);
        rows.forEach(row -> counts.add(row.key()));
        if (column.treatment() == Treatment.RESEALED) {
            reseal(rows, counts);
        }
        if (rows.size() < config.rows()) {
            jdbc.update(END, counts.write(), column.table(), column.column());
            return Step.ENDED;
        }
        jdbc.update(GO_ON, rows.getLast().id(), counts.write(), column.table(), column.column());
        return Step.MORE;
    }

    private boolean isDue(State state) {
        OffsetDateTime countedAt = state.countedAt();
        if (state.walkKey() != null
                || countedAt == null
                || !encryptor.currentKey().equals(state.countedKey())) {
            return true;
        }
        boolean left = column.treatment() == Treatment.RESEALED
                && encryptor.keyIds().stream()
                        .anyMatch(key -> isOutdated(key) && state.counted().under(key) > 0);
        return countedAt.plus(left ? config.againAfter() : config.countEvery()).isBefore(state.now());
    }

    /** Whether what lies under this key of the ring belongs under another. */
    private boolean isOutdated(String key) {
        return isMoved() || !key.equals(encryptor.currentKey());
    }

    /** Whether the bytes move under the data keys of their owners. */
    private boolean isMoved() {
        return column.owner() != null && dataKeys.isInUse();
    }

    private Optional<State> claim() {
        return jdbc.first(
                CLAIM,
                row -> new State(
                        row.getString("walk_key"),
                        row.getString("walk_after"),
                        KeyCounts.read(row.getString("walk_rows")),
                        row.getString("counted_key"),
                        KeyCounts.read(row.getString("counted_rows")),
                        row.getObject("counted_at", OffsetDateTime.class),
                        row.getObject("now", OffsetDateTime.class),
                        row.getBoolean("outdated")),
                encryptor.currentKey(),
                column.table(),
                column.column());
    }

    private List<SealedRow> read(@Nullable String after) {
        String sql =
                "SELECT %1$s::text, substring(%2$s FROM 1 FOR %3$d) FROM %4$s WHERE %2$s IS NOT NULL%5$s ORDER BY %1$s LIMIT %6$d"
                        .formatted(
                                column.id(),
                                column.column(),
                                LONGEST_HEAD,
                                column.table(),
                                after == null ? "" : " AND " + column.id() + " > ?::" + column.idType(),
                                config.rows());
        return jdbc.list(
                sql,
                row -> new SealedRow(row.getString(1), KeyCounts.of(row.getBytes(2))),
                after == null ? new Object[0] : new Object[] {after});
    }

    private void reseal(List<SealedRow> rows, KeyCounts counts) {
        List<String> outdated = rows.stream()
                .filter(row -> encryptor.keyIds().contains(row.key()) && isOutdated(row.key()))
                .map(SealedRow::id)
                .toList();
        if (outdated.isEmpty()) {
            return;
        }
        String lock =
                "SELECT %1$s::text, %2$s FROM %3$s WHERE %1$s = ANY (?::%4$s[]) AND %2$s IS NOT NULL%5$s FOR NO KEY UPDATE SKIP LOCKED"
                        .formatted(
                                column.id(),
                                column.column(),
                                column.table(),
                                column.idType(),
                                column.owner() == null ? "" : NOT_ERASED.formatted(column.table(), column.id()));
        String write = "UPDATE %3$s SET %2$s = ? WHERE %1$s = ?::%4$s"
                .formatted(column.id(), column.column(), column.table(), column.idType());
        List<Object[]> again = new ArrayList<>();
        jdbc.list(lock, row -> new LockedRow(row.getString(1), row.getBytes(2)), outdated)
                .forEach(row -> {
                    byte[] sealed = resealed(row.id(), row.sealed());
                    if (sealed != null) {
                        again.add(new Object[] {sealed, row.id()});
                        counts.move(KeyCounts.of(row.sealed()), KeyCounts.of(sealed));
                    }
                });
        jdbc.batch(write, again);
    }

    /** Null where nothing is to be done, or nothing can be: one row that does not open stops no other. */
    private byte @Nullable [] resealed(String id, byte[] sealed) {
        try {
            byte[] context = column.context().apply(id);
            // somebody may have moved it since its head was read
            if (Encryptor.dataKeyOf(sealed).isPresent()) {
                return null;
            }
            return column.owner() != null && dataKeys.isInUse()
                    ? dataKeys.seal(column.owner().apply(id), encryptor.open(sealed, context), context)
                    : encryptor.reseal(sealed, context).orElse(null);
        } catch (IllegalStateException e) {
            LOG.errorf("%s of row %s stays under its key: %s", column, id, e.getMessage());
            return null;
        }
    }
}
