package org.pengjiang.kit.log.access;

import java.util.Optional;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * What one caller may see of the log, over {@code event_log l}.
 *
 * @param rows which rows
 * @param party the credit code, where the caller is a party
 * @param showsActor whether it is shown which account acted: officials alone
 * @param actor the account that is shown of a row; NULL where it is not
 * @param data the data that is shown of a row
 */
public record RowAccess(
        SqlCondition rows, Optional<String> party, boolean showsActor, SqlCondition actor, SqlCondition data) {}
