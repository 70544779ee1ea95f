package org.pengjiang.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * A key for each owner: a person or an enterprise as one aggregate knows them. The ring wraps it. Destroying it makes
 * all that lies under it unreadable, in tables, in the log and in copies of both; no hash of the log changes.
 */
@ApplicationScoped
public class DataKeys {
    private static final String ADD = """
            INSERT INTO data_key (id, owner, key_sealed) VALUES (?, ?, ?)
            ON CONFLICT (owner) WHERE key_sealed IS NOT NULL DO NOTHING
            """;
    private static final String READ = "SELECT key_sealed FROM data_key WHERE id = ?";
    private static final String FIND = "SELECT id, key_sealed FROM data_key WHERE owner = ? AND key_sealed IS NOT NULL";
    private static final String FIND_DESTROYED = "SELECT FROM data_key WHERE owner = ? AND key_sealed IS NULL LIMIT 1";
    // an erasure waits for whoever seals, and then destroys the key of what was sealed
    private static final String FIND_TO_SEAL = FIND + " FOR SHARE";
    private static final String FIND_TO_ERASE = FIND + " FOR NO KEY UPDATE";
    private static final String DESTROY = """
            UPDATE data_key SET key_sealed = NULL, destroyed_at = clock_timestamp(), destroyed_by = ?, reason = ?
             WHERE owner = ? AND key_sealed IS NOT NULL RETURNING id
            """;

    private final Jdbc jdbc;
    private final Encryptor ring;
    private final SecureRandom random = new SecureRandom();

    public DataKeys(DataSource database, Encryptor ring) {
        this.jdbc = Jdbc.of(database);
        this.ring = ring;
    }

    /** How an aggregate is called as the owner of what is known of its person: {@code note/0190…}. */
    public static String owner(String subjectType, UUID subject) {
        return subjectType + "/" + subject;
    }

    /** What the wrapped key is bound to. */
    public static byte[] context(UUID id) {
        return ("data_key/" + id + "/key_sealed").getBytes(StandardCharsets.UTF_8);
    }

    /** False while replicas of the release before still run, which cannot read it. */
    public boolean isInUse() {
        return !ring.sealsFirstFormat();
    }

    /**
     * Under the owner's key, which is made where there is none; under the ring while {@link #isInUse} is false.
     *
     * @throws DomainException UNAVAILABLE while {@link #isInUse} is false, for an owner of whom something was erased: what lies
     *     under the ring would be taken for what was erased, and erased again ({@code RepeatErasures})
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public byte[] seal(String owner, byte[] plain, byte[] context) {
        if (isInUse()) {
            return keyOf(owner, FIND_TO_SEAL).seal(plain, context);
        }
        if (jdbc.first(FIND_DESTROYED, row -> true, owner).isPresent()) {
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
        return ring.seal(plain, context);
    }

    /**
     * Reads the key at this moment. No key stays in memory, so that none outlives its erasure.
     *
     * <p>A query of its own even where the bytes were read with a lock: a subquery beside {@code FOR UPDATE} sees the other
     * table as it was before the lock was waited for.
     */
    public SealedData withKey(byte[] sealed) {
        UUID id = Encryptor.dataKeyOf(sealed).orElse(null);
        if (id == null || isRemnant(sealed)) {
            return new SealedData(sealed, null);
        }
        return new SealedData(
                sealed, jdbc.first(READ, row -> row.getBytes(1), id).orElse(null));
    }

    /**
     * Empty once the key is destroyed.
     *
     * @throws IllegalStateException when the bytes were changed, belong to another context or another key
     */
    public Optional<byte[]> open(SealedData sealed, byte[] context) {
        UUID id = Encryptor.dataKeyOf(sealed.bytes()).orElse(null);
        if (id == null) {
            return Optional.of(ring.open(sealed.bytes(), context));
        }
        return isRemnant(sealed.bytes())
                ? Optional.empty()
                : Optional.ofNullable(sealed.wrappedKey())
                        .map(wrapped -> new Key(id, wrapped, ring).open(sealed.bytes(), context));
    }

    /**
     * Destroys the owner's key for good, when this transaction commits. What the owner says later gets a new one.
     *
     * <p>The caller appends an event in the same transaction whose type ends with {@code -erased.v1} and that names
     * the destroyed keys as {@code dataKeys}: after a restore it destroys them again ({@code RepeatErasures}).
     *
     * <p>What lay under the ring from before there were data keys is replaced too; copies of it in back-ups stay readable as long
     * as somebody has that key of the ring.
     *
     * @throws DomainException UNAVAILABLE while {@link #isInUse} is false
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Erasure erase(String owner, String by, String reason) {
        if (!isInUse()) {
            // replicas of the release before could not read what stays in its place
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
        List<UUID> destroyed = destroy(owner, by, reason);
        while (destroyed.isEmpty()) {
            // so that what lay under the ring has a key that can be named as destroyed
            keyOf(owner, FIND_TO_ERASE);
            destroyed = destroy(owner, by, reason);
        }
        return new Erasure(SealedHead.of(destroyed.getFirst()).bytes(), destroyed);
    }

    /**
     * What {@link #erase} did.
     *
     * @param remnant to be kept in the place of the sealed bytes: their head alone, which says that something was erased
     */
    public record Erasure(byte[] remnant, List<UUID> dataKeys) {}

    private static boolean isRemnant(byte[] sealed) {
        return SealedHead.read(sealed)
                .filter(head -> head.length() == sealed.length)
                .isPresent();
    }

    private List<UUID> destroy(String owner, String by, String reason) {
        return jdbc.list(DESTROY, row -> row.getObject(1, UUID.class), by, reason, owner);
    }

    private Key keyOf(String owner, String find) {
        Optional<Key> key = Optional.empty();
        while (key.isEmpty()) {
            // in this order, because most owners are new; the key that stands may be destroyed between the two
            key = add(owner)
                    .or(() -> jdbc.first(
                            find, row -> new Key(row.getObject(1, UUID.class), row.getBytes(2), ring), owner));
        }
        return key.get();
    }

    private Optional<Key> add(String owner) {
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(secret);
        Key key = new Key(id, ring.seal(secret, context(id)), new AesGcm(id.toString(), secret));
        return jdbc.update(ADD, id, owner, key.wrapped) == 1 ? Optional.of(key) : Optional.empty();
    }

    private record Key(UUID id, byte[] wrapped, AesGcm secret) {
        Key(UUID id, byte[] wrapped, Encryptor ring) {
            this(id, wrapped, new AesGcm(id.toString(), ring.open(wrapped, context(id))));
        }

        byte[] seal(byte[] plain, byte[] context) {
            return secret.seal(SealedHead.of(id).bytes(), plain, context);
        }

        byte[] open(byte[] sealed, byte[] context) {
            SealedHead head = SealedHead.of(id);
            return secret.open(sealed, head.length(), head.covered(sealed, context));
        }
    }
}
