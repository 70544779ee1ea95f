package org.pengjiang.kit.crypto.rotation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.EncryptionView.ColumnView;
import org.pengjiang.kit.crypto.rotation.EncryptionView.KeyRows;
import org.pengjiang.kit.crypto.rotation.EncryptionView.KeyView;
import org.pengjiang.kit.identity.Unscoped;

/** What the last walks found: counted once by them and never while somebody asks. */
@ApplicationScoped
class EncryptionQueries {
    private static final String COUNTED =
            "SELECT table_name, column_name, walk_key, counted_key, counted_rows, counted_at FROM sealed_column";
    private static final String NAMED_SEALED = """
            SELECT table_name || '.' || column_name FROM information_schema.columns
             WHERE table_schema = current_schema() AND data_type = 'bytea' AND column_name LIKE '%\\_sealed'
             ORDER BY 1
            """;

    private final DataSource database;
    private final Encryptor encryptor;
    private final List<SealedColumn> columns;

    EncryptionQueries(DataSource database, Encryptor encryptor, @All List<SealedColumn> columns) {
        this.database = database;
        this.encryptor = encryptor;
        this.columns = columns;
    }

    private record Counted(
            boolean isWalked,
            @Nullable String key,
            Map<String, Long> rows,
            @Nullable OffsetDateTime at) {}

    @Unscoped("counts of rows under each key of the platform, for whoever runs it; no row is shown")
    EncryptionView read() {
        try (Connection connection = database.getConnection()) {
            Map<String, Counted> counted = counted(connection);
            List<ColumnView> views = columns.stream()
                    .sorted(Comparator.comparing(SealedColumn::toString))
                    .map(column -> view(column, counted.get(column.toString())))
                    .toList();
            List<String> unregistered = namedSealed(connection);
            unregistered.removeAll(columns.stream().map(SealedColumn::toString).toList());
            return new EncryptionView(encryptor.currentKey(), keys(views, counted), views, unregistered);
        } catch (SQLException e) {
            throw new IllegalStateException("the state of the encryption cannot be read", e);
        }
    }

    private List<KeyView> keys(List<ColumnView> views, Map<String, Counted> counted) {
        Map<String, Long> rows = new HashMap<>();
        Map<String, List<String>> neededBy = new HashMap<>();
        views.forEach(column -> column.rows().forEach(count -> {
            rows.merge(count.keyId(), count.rows(), Long::sum);
            neededBy.computeIfAbsent(count.keyId(), key -> new ArrayList<>())
                    .add(column.table() + "." + column.column());
        }));
        // a count from before the present key was the newest says nothing of what was written since
        boolean isCounted = columns.stream().allMatch(column -> {
            Counted found = counted.get(column.toString());
            return found != null && encryptor.currentKey().equals(found.key());
        });
        TreeSet<String> ids = new TreeSet<>(rows.keySet());
        ids.addAll(encryptor.keyIds());
        return ids.stream()
                .map(id -> {
                    boolean known = encryptor.keyIds().contains(id);
                    long left = rows.getOrDefault(id, 0L);
                    boolean removable = known && isCounted && left == 0 && !id.equals(encryptor.currentKey());
                    return new KeyView(id, known, left, neededBy.getOrDefault(id, List.of()), removable);
                })
                .toList();
    }

    private static ColumnView view(SealedColumn column, @Nullable Counted counted) {
        List<KeyRows> rows = counted == null
                ? List.of()
                : counted.rows().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(KeyCounts.DATA_KEY))
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new KeyRows(entry.getKey(), entry.getValue()))
                        .toList();
        return new ColumnView(
                column.table(),
                column.column(),
                column.treatment(),
                counted == null ? null : counted.at(),
                counted != null && counted.isWalked(),
                counted == null ? 0 : counted.rows().getOrDefault(KeyCounts.DATA_KEY, 0L),
                rows);
    }

    private static Map<String, Counted> counted(Connection connection) throws SQLException {
        Map<String, Counted> counted = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COUNTED);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                counted.put(
                        row.getString("table_name") + "." + row.getString("column_name"),
                        new Counted(
                                row.getString("walk_key") != null,
                                row.getString("counted_key"),
                                KeyCounts.read(row.getString("counted_rows")).byKey(),
                                row.getObject("counted_at", OffsetDateTime.class)));
            }
        }
        return counted;
    }

    private static List<String> namedSealed(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(NAMED_SEALED);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
