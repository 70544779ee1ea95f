package org.pengjiang.kit.log.access;

import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * Which subjects of one type a partner's system has handed in. Declare an application-scoped bean for each type of which a partner sees
 * its own alone, and of these what the party sees: the rows that are for a party, with the party's view of the data. Of other types
 * a partner sees what staff sees.
 */
public interface HandedInByPartners {
    String subjectType();

    /** A condition over a log row {@code l} of that type, true where the caller has handed in {@code l.subject}. */
    SqlCondition of(Caller partner);
}
