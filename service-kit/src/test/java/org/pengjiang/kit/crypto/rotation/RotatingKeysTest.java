package org.pengjiang.kit.crypto.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.EncryptionView.ColumnView;
import org.pengjiang.kit.crypto.rotation.EncryptionView.KeyRows;
import org.pengjiang.kit.crypto.rotation.EncryptionView.KeyView;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.UseThings;

/** A new key takes over while everybody works: the service itself knows k1 alone, as a replica of the old configuration. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class RotatingKeysTest {
    private static final byte[] K1 = "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] K2 = "abcdefghijabcdefghijabcdefghijab".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] K3 = "ABCDEFGHIJABCDEFGHIJABCDEFGHIJAB".getBytes(StandardCharsets.US_ASCII);

    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Inject
    Encryptor old;

    @Inject
    @All
    List<SealedColumn> registered;

    private final Encryptor rotated = encryptor("k2", K2, "k1", K1);

    private record Settings(int rows, Duration againAfter) implements RotationConfig {
        @Override
        public Period lookEvery() {
            return Period.OFF;
        }

        @Override
        public Duration pause() {
            return Duration.ZERO;
        }

        @Override
        public Duration countEvery() {
            return Duration.ofHours(1);
        }
    }

    @BeforeEach
    void nothingWalked() {
        Tables.tamper("DELETE FROM sealed_column");
        Tables.tamper("DELETE FROM encryption_key");
        Tables.tamper("UPDATE thing SET secret_sealed = NULL");
        Tables.tamper("DELETE FROM data_key");
    }

    @Test
    void everythingLiesUnderTheNewestKeyAfterwardsAndNothingElseHasChanged() throws SQLException {
        // Given
        Map<UUID, String> secrets = things(25);
        String before = fingerprint();
        long logged = number("SELECT count(*) FROM event_log");

        // When
        sweep(rotated, columns());

        // Then
        assertEquals(Map.of("k2", 25L), secretsByKey(rotated));
        assertEquals(secrets, opened(secrets));
        assertEquals(before, fingerprint(), "versions, heads and everything beside the sealed bytes");
        assertEquals(logged, number("SELECT count(*) FROM event_log"));
    }

    @Test
    void whatTheLogKeepsPrivateLiesUnderDataKeysThatAreWrappedAnew() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "noted");
        use.note(thing, "with a name", Map.of("name", "Fictional Person"));
        String before = privateData();

        // When
        sweep(rotated, columns());

        // Then
        ColumnView log = column(rotated, "event_log");
        assertEquals(Treatment.KEPT, log.treatment());
        assertEquals(List.of(), log.rows());
        assertEquals(number("SELECT count(*) FROM event_log WHERE private_data IS NOT NULL"), log.underDataKeys());
        assertEquals(before, privateData(), "not a byte of the log has changed");
        assertEquals(
                List.of(new KeyRows("k2", number("SELECT count(*) FROM data_key WHERE key_sealed IS NOT NULL"))),
                column(rotated, "data_key").rows());
        assertEquals(new KeyView("k1", true, 0, List.of(), true), key(rotated, "k1"));
        assertEquals("{\"name\":\"Fictional Person\"}", privateDataOf(thing, encryptor("k2", K2)));
    }

    @Test
    void whatTheLogKeepsFromBeforeDataKeysStaysUnderItsKeyAndIsSaidToNeedIt() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "noted");
        use.note(thing, "with a name", Map.of("name", "Fictional Person"));
        String written = texts(
                        "SELECT encode(private_data, 'hex') FROM event_log WHERE subject = ? AND private_data"
                                + " IS NOT NULL",
                        thing)
                .getFirst();
        byte[] byTheReleaseBefore = new Encryptor(Map.of("k1", K1), K1, true).seal(new byte[9], new byte[9]);
        privateDataBecomes(thing, HexFormat.of().formatHex(byTheReleaseBefore));

        // When
        sweep(rotated, columns());
        privateDataBecomes(thing, written);

        // Then
        assertEquals(List.of(new KeyRows("k1", 1)), column(rotated, "event_log").rows());
        assertEquals(new KeyView("k1", true, 1, List.of("event_log.private_data"), false), key(rotated, "k1"));
    }

    @Test
    void whatLiesUnderTheRingMovesUnderTheDataKeysOfItsOwners() {
        // Given
        Map<UUID, String> secrets = things(12);
        String before = fingerprint();
        SealedColumn owned = column().ownedBy(id -> DataKeys.owner("thing", id), "secret_key");

        // When
        replica(new Encryptor(Map.of("k1", K1), K1), List.of(owned), 5, Duration.ZERO)
                .round();

        // Then
        assertEquals(
                12,
                number("SELECT count(*) FROM thing t JOIN data_key k ON k.id = data_key_of(t.secret_sealed)"
                        + " WHERE k.owner = 'thing/' || t.id AND t.secret_sealed IS NOT NULL"));
        assertEquals(secrets, opened(secrets));
        assertEquals(before, fingerprint());
        ColumnView moved = new EncryptionQueries(database, old, List.of(owned))
                .read()
                .columns()
                .getFirst();
        assertEquals(12, moved.underDataKeys());
        assertEquals(List.of(), moved.rows());
    }

    /** A table that was restored alone: the log calls the owner erased. */
    @Test
    void whatWasErasedAndCameBackUnderTheRingGetsNoDataKey() {
        // Given
        Map<UUID, String> secrets = things(12);
        UUID erased = secrets.keySet().iterator().next();
        use.erase(erased, "asked for");

        // When
        replica(
                        new Encryptor(Map.of("k1", K1), K1),
                        List.of(column().ownedBy(id -> DataKeys.owner("thing", id), "secret_key")),
                        5,
                        Duration.ZERO)
                .round();

        // Then
        assertEquals(11, number("SELECT count(*) FROM thing WHERE data_key_of(secret_sealed) IS NOT NULL"));
        assertEquals(
                1, number("SELECT count(*) FROM thing WHERE id = ? AND data_key_of(secret_sealed) IS NULL", erased));
    }

    @Test
    void nothingMovesWhileReplicasOfTheReleaseBeforeRun() {
        // Given
        things(3);

        // When
        replica(
                        new Encryptor(Map.of("k1", K1), K1, true),
                        List.of(column().ownedBy(id -> DataKeys.owner("thing", id), "secret_key")),
                        5,
                        Duration.ZERO)
                .round();

        // Then
        assertEquals(Map.of("k1", 3L), byKey());
    }

    @Test
    void aKeyMayGoOnlyWhenEverythingWasCountedSinceAndNothingLiesUnderIt() {
        // Given
        things(3);
        Encryptor third = encryptor("k3", K3, "k2", K2, "k1", K1);
        List<SealedColumn> secrets = List.of(column());

        // Then
        assertEquals(false, key(third, "k2", secrets).removable(), "nobody has counted yet");
        sweep(rotated, secrets);
        assertEquals(new KeyView("k2", true, 3, List.of("thing.secret_sealed"), false), key(third, "k2", secrets));
        sweep(third, secrets);
        assertEquals(new KeyView("k1", true, 0, List.of(), true), key(third, "k1", secrets));
        assertEquals(new KeyView("k2", true, 0, List.of(), true), key(third, "k2", secrets));
        assertEquals(new KeyView("k3", true, 3, List.of("thing.secret_sealed"), false), key(third, "k3", secrets));
        assertEquals(
                new KeyView("k3", false, 3, List.of("thing.secret_sealed"), false),
                key(encryptor("k9", K1), "k3", secrets),
                "a key that was taken away too early is missed aloud");
    }

    @Test
    void aWalkThatIsCutOffGoesOnWhereItWasAndSealsEachRowOnce() {
        // Given
        Map<UUID, String> secrets = things(30);
        AtomicInteger sealed = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        SealedColumn cut = SealedColumn.of("thing", "secret_sealed", id -> {
            if (sealed.incrementAndGet() == 17 && !killed.getAndSet(true)) {
                throw new AssertionError("killed in the middle of a transaction");
            }
            return UseThings.secretContext(id);
        });

        // When
        assertThrows(Throwable.class, () -> sweep(rotated, List.of(cut), 7));
        Map<String, Long> halfWay = byKey();
        sweep(rotated, List.of(cut), 7);

        // Then
        assertEquals(Map.of("k1", 16L, "k2", 14L), halfWay, "two transactions of seven rows");
        assertEquals(Map.of("k2", 30L), byKey());
        assertEquals(30 + 3, sealed.get(), "three were begun and not committed");
        assertEquals(Map.of("k2", 30L), secretsByKey(rotated), "as counted");
        assertEquals(secrets, opened(secrets));
    }

    @Test
    void writersOfBothConfigurationsAndThreeSweepsAtOnceLoseNothing() throws Exception {
        // Given
        Map<UUID, String> secrets = things(40);
        List<UUID> ids = List.copyOf(secrets.keySet());
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        AtomicBoolean enough = new AtomicBoolean();
        Map<UUID, Integer> writes = new HashMap<>();
        ids.forEach(id -> writes.put(id, 0));

        // When
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                List<UUID> own = ids.subList(writer * 20, writer * 20 + 20);
                Random random = new Random(seed + writer);
                writers.add(pool.submit(() -> {
                    Arc.container().requestContext().activate();
                    for (int i = 0; i < 150; i++) {
                        UUID id = own.get(random.nextInt(own.size()));
                        String secret = "secret " + i + " of " + id;
                        use.keep(id, secret);
                        synchronized (writes) {
                            secrets.put(id, secret);
                            writes.merge(id, 1, Integer::sum);
                        }
                    }
                }));
            }
            List<Future<?>> sweeps = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sweeps.add(pool.submit(() -> {
                    ResealColumns replica = replica(rotated, List.of(column()), 5, Duration.ZERO);
                    while (!enough.get()) {
                        replica.round();
                    }
                }));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> sweep : sweeps) {
                sweep.get();
            }
        }
        Tables.tamper("UPDATE sealed_column SET counted_at = counted_at - interval '1 day'");
        sweep(rotated, List.of(column()), 5);

        // Then
        assertEquals(Map.of("k2", 40L), byKey());
        assertEquals(secrets, opened(secrets));
        long afterTheFirstSecret = firstVersion();
        writes.forEach((id, count) -> assertEquals(
                afterTheFirstSecret + count,
                number("SELECT row_version FROM thing WHERE id = ?", id),
                "only writers count a version up"));
    }

    @Test
    void aReplicaOfTheOldConfigurationDoesNotSealBackWhatTheNewOneHasSealed() {
        // Given
        things(5);
        Encryptor knowsBoth = encryptor("k1", K1, "k2", K2);
        ResealColumns oldReplica = replica(knowsBoth, List.of(column()), 100, Duration.ZERO);
        oldReplica.round();
        sweep(rotated, List.of(column()));

        // When
        Tables.tamper("UPDATE sealed_column SET counted_at = counted_at - interval '2 days'");
        oldReplica.round();

        // Then
        assertEquals(Map.of("k2", 5L), byKey());
    }

    @Test
    void norDoesOneThatIsStartedAgainInTheMiddleOfTheExchange() {
        // Given
        things(5);
        Encryptor knowsBoth = encryptor("k1", K1, "k2", K2);
        replica(knowsBoth, List.of(column()), 100, Duration.ZERO).round();
        sweep(rotated, List.of(column()));
        Tables.tamper("UPDATE sealed_column SET counted_at = counted_at - interval '2 days'");

        // When
        replica(knowsBoth, List.of(column()), 100, Duration.ZERO).round();

        // Then
        assertEquals(Map.of("k2", 5L), byKey());
    }

    @Test
    void oneRowThatDoesNotOpenStopsNoOther() {
        // Given
        Map<UUID, String> secrets = things(6);
        UUID broken = secrets.keySet().iterator().next();
        Tables.tamper("UPDATE thing SET secret_sealed = set_byte(secret_sealed, length(secret_sealed) - 1,"
                + " get_byte(secret_sealed, length(secret_sealed) - 1) # 1) WHERE id = '" + broken + "'");

        // When
        sweep(rotated, List.of(column()));

        // Then
        assertEquals(Map.of("k1", 1L, "k2", 5L), secretsByKey(rotated));
    }

    @Test
    void aColumnThatNobodyRegisteredIsReported() {
        EncryptionQueries forgetful = new EncryptionQueries(database, rotated, List.of());

        assertEquals(
                List.of("data_key.key_sealed", "notice_address.address_sealed", "thing.secret_sealed"),
                forgetful.read().unregistered());
        assertEquals(
                List.of(),
                new EncryptionQueries(database, rotated, registered).read().unregistered());
    }

    private long firstVersion() {
        UUID fresh = use.make(UseThings.DISTRICT, "fresh");
        use.keep(fresh, "x");
        return number("SELECT row_version FROM thing WHERE id = ?", fresh);
    }

    private Map<UUID, String> things(int count) {
        Map<UUID, String> secrets = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            UUID id = use.make(UseThings.DISTRICT, "thing " + i);
            use.keep(id, "secret " + i);
            secrets.put(id, "secret " + i);
        }
        assertTrue(old.currentKey().equals("k1"));
        return secrets;
    }

    private void sweep(Encryptor encryptor, List<SealedColumn> columns) {
        sweep(encryptor, columns, 10);
    }

    private void sweep(Encryptor encryptor, List<SealedColumn> columns, int rows) {
        replica(encryptor, columns, rows, Duration.ofMinutes(10)).round();
    }

    private ResealColumns replica(Encryptor encryptor, List<SealedColumn> columns, int rows, Duration againAfter) {
        return new ResealColumns(
                database, encryptor, new DataKeys(database, encryptor), new Settings(rows, againAfter), columns);
    }

    private static SealedColumn column() {
        return SealedColumn.of("thing", "secret_sealed", UseThings::secretContext);
    }

    private static List<SealedColumn> columns() {
        KitColumns kit = new KitColumns();
        return List.of(column(), kit.privateDataOfTheLog(), kit.firstAnswers(), kit.dataKeys());
    }

    private static Encryptor encryptor(Object... keys) {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            ordered.put((String) keys[i], (byte[]) keys[i + 1]);
        }
        return new Encryptor(ordered, K1);
    }

    private ColumnView column(Encryptor encryptor, String table) {
        return new EncryptionQueries(database, encryptor, columns())
                .read().columns().stream()
                        .filter(column -> column.table().equals(table))
                        .findFirst()
                        .orElseThrow();
    }

    private KeyView key(Encryptor encryptor, String id) {
        return key(encryptor, id, columns());
    }

    private KeyView key(Encryptor encryptor, String id, List<SealedColumn> columns) {
        return new EncryptionQueries(database, encryptor, columns)
                .read().keys().stream()
                        .filter(key -> key.keyId().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private Map<String, Long> secretsByKey(Encryptor encryptor) {
        return column(encryptor, "thing").rows().stream().collect(Collectors.toMap(KeyRows::keyId, KeyRows::rows));
    }

    /** What really stands there. */
    private static Map<String, Long> byKey() {
        return texts("SELECT convert_from(substring(secret_sealed FROM 3 FOR get_byte(secret_sealed, 1)), 'UTF8')"
                        + " FROM thing WHERE secret_sealed IS NOT NULL")
                .stream()
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private Map<UUID, String> opened(Map<UUID, String> secrets) {
        Map<UUID, String> opened = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT secret_sealed FROM thing WHERE id = ?")) {
            for (UUID id : secrets.keySet()) {
                query.setObject(1, id);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    DataKeys keys = new DataKeys(database, rotated);
                    byte[] plain = keys.open(keys.withKey(row.getBytes(1)), UseThings.secretContext(id))
                            .orElseThrow();
                    opened.put(id, new String(plain, StandardCharsets.UTF_8));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return opened;
    }

    private static void privateDataBecomes(UUID thing, String hex) {
        Tables.tamper("UPDATE event_log SET private_data = '\\x" + hex
                + "' WHERE private_data IS NOT NULL AND subject = '" + thing + "'");
    }

    private static String privateData() {
        return texts("SELECT md5(string_agg(private_data::text, ',' ORDER BY seq)) FROM event_log")
                .getFirst();
    }

    private String privateDataOf(UUID thing, Encryptor ring) {
        String[] row = texts(
                        "SELECT encode(private_data, 'hex') || ' ' || id FROM event_log"
                                + " WHERE subject = ? AND private_data IS NOT NULL",
                        thing)
                .getFirst()
                .split(" ");
        DataKeys keys = new DataKeys(database, ring);
        byte[] context = ("event_log/" + row[1] + "/private_data").getBytes(StandardCharsets.UTF_8);
        return new String(
                keys.open(keys.withKey(HexFormat.of().parseHex(row[0])), context)
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    private static String fingerprint() {
        return texts("SELECT md5(string_agg(concat_ws('|', id, version, log_version, encode(last_hash, 'hex'), name,"
                        + " counted), ',' ORDER BY id)) FROM thing")
                .getFirst();
    }
}
