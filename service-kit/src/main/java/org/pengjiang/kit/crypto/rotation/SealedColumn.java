package org.pengjiang.kit.crypto.rotation;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of sealed bytes. A service declares one bean for each (a singleton producer); a column whose name ends with
 * {@code _sealed} and that no bean names is reported.
 *
 * @param id the table's primary key, by which it is walked
 * @param idType its type in SQL
 * @param owner whose key the bytes belong under, by the text of the id; null for what stays under the ring
 * @param fingerprint the column by which rows are found by what is sealed; an erasure empties it
 * @param context what the encryptor sealed the bytes for, by the text of the id
 */
public record SealedColumn(
        String table,
        String id,
        String idType,
        String column,
        Treatment treatment,
        Function<String, byte[]> context,
        @Nullable Function<String, String> owner,
        @Nullable String fingerprint) {
    // they become part of a statement
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public SealedColumn {
        for (@Nullable String name : new @Nullable String[] {table, id, idType, column, fingerprint}) {
            if (name != null && !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name in the database: " + name);
            }
        }
    }

    /** A column that the sweep keeps under the newest key, in a table whose primary key is {@code id uuid}. */
    public static SealedColumn of(String table, String column, Function<UUID, byte[]> context) {
        return new SealedColumn(
                table, "id", "uuid", column, Treatment.RESEALED, id -> context.apply(UUID.fromString(id)), null, null);
    }

    /**
     * The same, for what lies under the data key of an owner each: the sweep moves there what still lies under the ring. The log
     * calls the owner by the name of the table and the id of the row.
     *
     * @param foundBy the column of its fingerprint
     */
    public SealedColumn ownedBy(Function<UUID, String> whose, String foundBy) {
        return new SealedColumn(
                table, id, idType, column, treatment, context, row -> whose.apply(UUID.fromString(row)), foundBy);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
