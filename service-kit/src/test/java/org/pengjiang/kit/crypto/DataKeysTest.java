package org.pengjiang.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;

/** What lies under an owner's key opens for whoever holds the ring, until the key is destroyed; then for nobody. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class DataKeysTest {
    private static final byte[] CONTEXT = "thing/7/owner".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "Fictional Person".getBytes(StandardCharsets.UTF_8);

    @Inject
    DataSource database;

    @Inject
    DataKeys keys;

    private final String owner = "thing/" + UUID.randomUUID();

    @Test
    void anyBytesOpenInTheirContextThroughAnyNumberOfRotationsAndNeverElsewhere() {
        Random random = seeded();
        for (int i = 0; i < 60; i++) {
            // Given
            String whose = "thing/" + UUID.randomUUID();
            byte[] plain = bytes(random, 300);
            byte[] context = bytes(random, 40);
            byte[] sealed = seal(keysOf("r0"), whose, plain, context);
            byte[] other = seal(keysOf("r0"), "thing/" + UUID.randomUUID(), plain, context);
            String ring = "r0";

            // When
            for (int n = random.nextInt(4); n > 0; n--) {
                String next = "r" + (n + random.nextInt(5) * 10);
                wrapAnew(sealed, ring, next);
                ring = next;
            }

            // Then
            DataKeys now = keysOf(ring);
            assertArrayEquals(plain, now.open(now.withKey(sealed), context).orElseThrow());
            byte[] elsewhere = Arrays.copyOf(context, context.length + 1);
            SealedData withKey = now.withKey(sealed);
            assertThrows(IllegalStateException.class, () -> now.open(withKey, elsewhere));
            SealedData otherKey =
                    new SealedData(sealed, keysOf("r0").withKey(other).wrappedKey());
            assertThrows(IllegalStateException.class, () -> keysOf("r0").open(otherKey, context), "another's key");
            byte[] changed = sealed.clone();
            int bit = 17 * 8 + random.nextInt((changed.length - 17) * 8);
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            SealedData broken = new SealedData(changed, withKey.wrappedKey());
            assertThrows(IllegalStateException.class, () -> now.open(broken, context));
            SealedData cut = new SealedData(
                    Arrays.copyOf(sealed, 18 + random.nextInt(sealed.length - 18)), withKey.wrappedKey());
            assertThrows(IllegalStateException.class, () -> now.open(cut, context));
        }
    }

    @Test
    void aDataKeyOfOneOwnerServesEverythingOfTheirs() {
        // When
        byte[] first = seal(keys, owner, PLAIN, CONTEXT);
        byte[] second = seal(keys, owner, PLAIN, new byte[0]);

        // Then
        assertEquals(Encryptor.dataKeyOf(first), Encryptor.dataKeyOf(second));
        assertEquals(Optional.empty(), Encryptor.keyOf(first), "no key of the ring");
        assertEquals(
                Encryptor.dataKeyOf(first).map(UUID::toString),
                Optional.of(texts("SELECT data_key_of(?)::text", (Object) first).getFirst()),
                "the database reads the head as we do");
    }

    @Test
    void underTheRingNothingIsSealedOfWhomSomethingWasErased() {
        // Given
        byte[] key = "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);
        DataKeys firstFormat = new DataKeys(database, new Encryptor(Map.of("r0", key), key, true));
        String other = "thing/" + UUID.randomUUID();
        seal(keys, other, PLAIN, CONTEXT);
        seal(keys, owner, PLAIN, CONTEXT);
        QuarkusTransaction.requiringNew().run(() -> keys.erase(owner, "someone", "asked for"));

        // Then
        DomainException refused = assertThrows(DomainException.class, () -> seal(firstFormat, owner, PLAIN, CONTEXT));
        assertEquals(KitProblem.UNAVAILABLE, refused.code());
        assertEquals(Optional.of("r0"), Encryptor.keyOf(seal(firstFormat, other, PLAIN, CONTEXT)));
    }

    @Test
    void whatIsErasedOpensOnNoReplicaFromTheCommitOnAndStaysOpenUntilThen() {
        // Given
        DataKeys other = keysOf("r0");
        byte[] sealed = seal(other, owner, PLAIN, CONTEXT);
        assertTrue(other.open(other.withKey(sealed), CONTEXT).isPresent());

        // When
        QuarkusTransaction.begin();
        DataKeys.Erasure erasure = keysOf("r0").erase(owner, "someone", "asked for");
        boolean open = QuarkusTransaction.suspendingExisting()
                .call(() -> other.open(other.withKey(sealed), CONTEXT).isPresent());
        QuarkusTransaction.commit();

        // Then
        assertTrue(open, "another replica, before the commit");
        assertEquals(Optional.empty(), other.open(other.withKey(sealed), CONTEXT), "the same one, behind it");
        assertEquals(List.of(Encryptor.dataKeyOf(sealed).orElseThrow()), erasure.dataKeys());
        assertEquals(17, erasure.remnant().length);
        assertEquals(Optional.empty(), other.open(other.withKey(erasure.remnant()), CONTEXT));
        assertEquals(
                List.of("someone asked for"),
                texts("SELECT destroyed_by || ' ' || reason FROM data_key WHERE owner = ?", owner));
    }

    @Test
    void anErasureThatIsCutOffHasErasedNothing() {
        // Given
        byte[] sealed = seal(keys, owner, PLAIN, CONTEXT);

        // When
        QuarkusTransaction.begin();
        keys.erase(owner, "someone", "asked for");
        QuarkusTransaction.rollback();

        // Then
        assertArrayEquals(PLAIN, keys.open(keys.withKey(sealed), CONTEXT).orElseThrow());
    }

    @Test
    void whatTheOwnerSaysLaterLiesUnderAnotherKey() {
        // Given
        byte[] before = seal(keys, owner, PLAIN, CONTEXT);
        erase(owner);

        // When
        byte[] after = seal(keys, owner, PLAIN, CONTEXT);

        // Then
        assertEquals(Optional.empty(), keys.open(keys.withKey(before), CONTEXT));
        assertArrayEquals(PLAIN, keys.open(keys.withKey(after), CONTEXT).orElseThrow());
    }

    @Test
    void whoSealsDuringAnErasureWaitsAndGetsAnotherKey() throws Exception {
        // Given
        byte[] before = seal(keys, owner, PLAIN, CONTEXT);

        // When
        byte[] during;
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            keys.erase(owner, "someone", "asked for");
            Future<byte[]> sealed = writer.submit(() -> seal(keys, owner, PLAIN, CONTEXT));
            Awaitility.await()
                    .until(() -> number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND query LIKE 'INSERT INTO data_key%'")
                            == 1);
            QuarkusTransaction.commit();
            during = sealed.get();
        }

        // Then
        assertEquals(Optional.empty(), keys.open(keys.withKey(before), CONTEXT));
        assertArrayEquals(PLAIN, keys.open(keys.withKey(during), CONTEXT).orElseThrow());
    }

    @Test
    void aCopyOfTheTableOpensNothingOnceTheRingKeyOfItsTimeIsGone() {
        // Given
        byte[] erased = seal(keysOf("r0"), owner, PLAIN, CONTEXT);
        SealedData backup = keysOf("r0").withKey(erased);
        byte[] kept = seal(keysOf("r0"), "thing/" + UUID.randomUUID(), PLAIN, CONTEXT);
        erase(owner);

        // When
        wrapAnew(kept, "r0", "r1");

        // Then
        DataKeys now = keysOf("r1");
        assertThrows(IllegalStateException.class, () -> now.open(backup, CONTEXT));
        assertArrayEquals(PLAIN, now.open(now.withKey(kept), CONTEXT).orElseThrow());
        assertArrayEquals(
                PLAIN,
                keysOf("r0").open(backup, CONTEXT).orElseThrow(),
                "as long as somebody has that key, the copy opens: it has to be destroyed");
    }

    @Test
    void aDestroyedKeyNeitherComesBackNorGoesAway() {
        seal(keys, owner, PLAIN, CONTEXT);
        erase(owner);

        assertRefused("UPDATE data_key SET key_sealed = '\\x00', destroyed_at = NULL, destroyed_by = NULL,"
                + " reason = NULL WHERE owner = '" + owner + "'");
        assertRefused("DELETE FROM data_key WHERE owner = '" + owner + "'");
        assertRefused("TRUNCATE data_key");
    }

    /** Each owner's writer and eraser at once: what was sealed either opens, or its key is destroyed; nothing in between. */
    @Test
    void erasuresAtAnyMomentBesideWritersAndRotations() throws Exception {
        Random random = seeded();
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            owners.add("thing/" + UUID.randomUUID());
        }
        Map<String, List<byte[]>> sealed = new HashMap<>();
        owners.forEach(whose -> sealed.put(whose, new ArrayList<>()));

        // When
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                boolean erases = thread % 3 == 2;
                long seed = random.nextLong();
                all.add(pool.submit(() -> {
                    Random own = new Random(seed);
                    for (int i = 0; i < 60; i++) {
                        String whose = owners.get(own.nextInt(owners.size()));
                        if (erases) {
                            erase(whose);
                        } else {
                            byte[] bytes = seal(keys, whose, PLAIN, CONTEXT);
                            synchronized (sealed) {
                                sealed.get(whose).add(bytes);
                            }
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        for (String whose : owners) {
            assertTrue(number("SELECT count(*) FROM data_key WHERE owner = ? AND key_sealed IS NOT NULL", whose) <= 1);
            for (byte[] bytes : sealed.get(whose)) {
                SealedData now = keys.withKey(bytes);
                assertEquals(now.wrappedKey() != null, keys.open(now, CONTEXT).isPresent());
                assertEquals(
                        1,
                        number(
                                "SELECT count(*) FROM data_key WHERE id = ?",
                                Encryptor.dataKeyOf(bytes).orElseThrow()),
                        "committed under a key that stands in the table");
            }
            erase(whose);
            for (byte[] bytes : sealed.get(whose)) {
                assertFalse(keys.open(keys.withKey(bytes), CONTEXT).isPresent(), "the last erasure reaches all");
            }
        }
    }

    private static Random seeded() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        return new Random(seed);
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(DataKeys keys, String whose, byte[] plain, byte[] context) {
        return QuarkusTransaction.requiringNew().call(() -> keys.seal(whose, plain, context));
    }

    private void erase(String whose) {
        QuarkusTransaction.requiringNew().call(() -> keys.erase(whose, "someone", "asked for"));
    }

    /** As the walk does it. */
    private static void wrapAnew(byte[] sealed, String from, String to) {
        UUID id = Encryptor.dataKeyOf(sealed).orElseThrow();
        byte[] wrapped = HexFormat.of()
                .parseHex(texts("SELECT encode(key_sealed, 'hex') FROM data_key WHERE id = ?", id)
                        .getFirst());
        byte[] again = ring(to, from).reseal(wrapped, DataKeys.context(id)).orElse(wrapped);
        Tables.tamper("UPDATE data_key SET key_sealed = '\\x" + HexFormat.of().formatHex(again) + "' WHERE id = '" + id
                + "'");
    }

    private DataKeys keysOf(String... ids) {
        return new DataKeys(database, ring(ids));
    }

    private static Encryptor ring(String... ids) {
        Map<String, byte[]> ring = new LinkedHashMap<>();
        for (String id : ids) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.hashCode());
            ring.put(id, key);
        }
        return new Encryptor(ring, new byte[32]);
    }

    private static void assertRefused(String sql) {
        try (Connection connection = Tables.superuser();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
