package org.pengjiang.bench;

import java.sql.SQLException;

/** The measured requests of a service as their statements alone, on one connection. */
interface SqlSession {

    /** @return false when what the scenario uses up is used up */
    boolean run(String scenario) throws SQLException;

    /** Sees to it that the scenario can be run so many times. */
    default void stock(String scenario, int wanted) throws SQLException {
        // most use nothing up
    }
}
