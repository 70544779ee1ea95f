package org.pengjiang.kit.log.access;

import java.util.Optional;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * What one caller may see of the log.
 *
 * @param rows which rows, over {@code event_log l}
 * @param party the credit code, where the caller is a party
 * @param showsActor whether it is shown which account acted: officials alone; all others see the parties' view of the data
 */
public record RowAccess(SqlCondition rows, Optional<String> party, boolean showsActor) {
    /** The data that this caller is shown of the row called {@code row} in the statement. */
    public String data(String row) {
        return (!showsActor ? "coalesce(%1$s.party_data, %1$s.data)" : "%1$s.data").formatted(row);
    }
}
