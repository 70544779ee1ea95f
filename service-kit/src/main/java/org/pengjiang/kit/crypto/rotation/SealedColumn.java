package org.pengjiang.kit.crypto.rotation;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A column of sealed bytes. A service declares one bean for each (a singleton producer); a column whose name ends with
 * {@code _sealed} and that no bean names is reported.
 *
 * @param id the table's primary key, by which it is walked
 * @param idType its type in SQL
 * @param context what the encryptor sealed the bytes for, by the text of the id
 */
public record SealedColumn(
        String table, String id, String idType, String column, Treatment treatment, Function<String, byte[]> context) {
    // they become part of a statement
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public SealedColumn {
        for (String name : new String[] {table, id, idType, column}) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name in the database: " + name);
            }
        }
    }

    /** A column that the sweep keeps under the newest key, in a table whose primary key is {@code id uuid}. */
    public static SealedColumn of(String table, String column, Function<UUID, byte[]> context) {
        return new SealedColumn(
                table, "id", "uuid", column, Treatment.RESEALED, id -> context.apply(UUID.fromString(id)));
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
