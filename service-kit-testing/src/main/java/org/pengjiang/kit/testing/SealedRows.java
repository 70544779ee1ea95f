package org.pengjiang.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.SealedData;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.crypto.rotation.Treatment;

/** Whether the sealed columns that a service registers are what its own code seals: a rotation would stumble otherwise. */
public final class SealedRows {
    private SealedRows() {}

    /**
     * Opens every row of every column that a rotation seals again.
     *
     * @return how many rows each has, by table.column
     * @throws IllegalStateException when one does not open in the context that the service registers
     */
    public static Map<String, Integer> open(DataSource database, DataKeys keys, List<SealedColumn> columns) {
        Map<String, Integer> opened = new TreeMap<>();
        for (SealedColumn column : columns) {
            if (column.treatment() == Treatment.RESEALED) {
                opened.put(column.toString(), open(database, keys, column));
            }
        }
        return opened;
    }

    private static int open(DataSource database, DataKeys keys, SealedColumn column) {
        String sql = ("SELECT %s::text, %s, (SELECT k.key_sealed FROM data_key k WHERE k.id = data_key_of(t.%2$s))"
                        + " FROM %s t WHERE %2$s IS NOT NULL")
                .formatted(column.id(), column.column(), column.table());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                SealedData sealed = new SealedData(row.getBytes(2), row.getBytes(3));
                byte[] context = column.context().apply(row.getString(1));
                if (keys.open(sealed, context).isEmpty()) {
                    throw new IllegalStateException(column + " of row " + row.getString(1) + " is erased");
                }
                rows++;
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(column + " cannot be read", e);
        }
    }
}
