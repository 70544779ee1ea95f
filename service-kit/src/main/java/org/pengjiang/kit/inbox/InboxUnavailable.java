package org.pengjiang.kit.inbox;

import java.sql.SQLException;

/** The database does not take what the inbox writes: no fault of the event. */
class InboxUnavailable extends RuntimeException {
    InboxUnavailable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
