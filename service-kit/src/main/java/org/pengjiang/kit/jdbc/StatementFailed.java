package org.pengjiang.kit.jdbc;

import java.sql.SQLException;

/** The database did not carry out a statement. Its cause says why; the values of the statement are not part of the message. */
public class StatementFailed extends IllegalStateException {
    private static final int SHOWN = 100;

    public StatementFailed(String sql, SQLException cause) {
        super(beginning(sql.replaceAll("\\s+", " ").strip()), cause);
    }

    private static String beginning(String sql) {
        return sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + "…";
    }
}
