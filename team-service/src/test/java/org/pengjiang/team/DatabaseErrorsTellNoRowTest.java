package org.pengjiang.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.problem.ExceptionMapping;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.ViolatedConstraints;
import org.pengjiang.team.testsupport.TeamStack;

@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class DatabaseErrorsTellNoRowTest {
    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    ExceptionMapping mapping;

    @Test
    void noViolatedConstraintBringsItsRowIntoTheLogOrATable() throws SQLException {
        // Given
        Database.reset();

        // When
        ViolatedConstraints.Result result = ViolatedConstraints.violateAll(database, entities, mapping);

        // Then
        assertEquals(List.of(), result.faults());
        assertTrue(result.violated() > 100, () -> "only " + result.violated() + " constraints");
        assertTrue(result.quoted() > result.violated() / 2, () -> "only " + result.quoted() + " could have told a row");
    }
}
