package org.pengjiang.appeal.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.SealedRows;

/** What this service keeps sealed is known to the rotation of the keys, column by column. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class RotatingKeysTest {
    @Inject
    @All
    List<SealedColumn> columns;

    @Inject
    DataKeys keys;

    @Inject
    DataSource database;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void everySealedColumnIsRegisteredAndOpensInItsContext() {
        // Given
        AnAppeal.filed(AnAppeal.filing());

        // When
        Map<String, Integer> opened = SealedRows.open(database, keys, columns);

        // Then
        assertEquals(
                Map.of("appeal.contact_sealed", 1, "data_key.key_sealed", 1, "notice_address.address_sealed", 0),
                opened);
        assertEquals(
                List.of(),
                Api.as("platform-admin").get("/v1/admin/encryption").path("unregistered"),
                "columns that no bean names");
    }
}
