package org.pengjiang.kit.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the contents of a service lie in a bucket. */
class FileStoresTest {
    @Test
    void servicesThatHaveThePrefixInCommonShareNoKey() {
        assertEquals("project/", FileStores.prefix(Optional.empty(), "project"));
        assertEquals("prod/project/", FileStores.prefix(Optional.of("prod"), "project"));
        assertEquals("prod/appeal/", FileStores.prefix(Optional.of("prod"), "appeal"));
    }
}
