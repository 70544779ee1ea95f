package org.pengjiang.kit.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read from a disk or a back-up, under the keys of the ring: the first seals, the others only open.
 * AES-256-GCM by Tink; {@link SealedHead} says how the bytes begin. What belongs to one person or enterprise lies under a key of
 * its own ({@link DataKeys}), which this one wraps.
 */
public final class Encryptor {
    /** Format, length of the key id, and a key id of 32 characters. */
    public static final int LONGEST_HEAD = 34;

    private final Map<String, AesGcm> ring = new LinkedHashMap<>();
    private final String current;
    private final SecretKeySpec indexKey;
    private final Optional<FirstFormat> firstFormat;

    /**
     * @param keys by id; the first in iteration order seals, the others only open
     * @param indexKey for fingerprints; never rotated without rebuilding the columns that hold them
     */
    public Encryptor(Map<String, byte[]> keys, byte[] indexKey) {
        this(keys, indexKey, false);
    }

    /** @param firstFormat seals as the release before data keys, so that its replicas can read it */
    public Encryptor(Map<String, byte[]> keys, byte[] indexKey, boolean firstFormat) {
        keys.forEach((id, key) -> ring.put(id, new AesGcm(id, key)));
        Map.Entry<String, byte[]> first = keys.entrySet().iterator().next();
        this.current = first.getKey();
        if (indexKey.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("the index key has " + indexKey.length + " bytes; it needs 32");
        }
        this.indexKey = new SecretKeySpec(indexKey, "HmacSHA256");
        this.firstFormat = firstFormat ? Optional.of(new FirstFormat(current, first.getValue())) : Optional.empty();
    }

    /** @param context what the bytes belong to (table, id, column): another context will not open them */
    public byte[] seal(byte[] plain, byte[] context) {
        return firstFormat
                .map(format -> format.seal(plain, context))
                .orElseGet(() -> ring(current)
                        .seal(SealedHead.of(SealedHead.UNDER_RING, current).bytes(), plain, context));
    }

    /**
     * Opens with the key of the ring whose id stands in the sealed bytes, current or retired.
     *
     * @throws IllegalStateException when the bytes were changed, belong to another context or name an unknown key
     */
    public byte[] open(byte[] sealed, byte[] context) {
        SealedHead head = head(sealed);
        if (head.ringKey() == null) {
            throw new IllegalStateException("sealed under a data key: DataKeys opens it");
        }
        return ring(head.ringKey()).open(sealed, head.length(), head.covered(sealed, context));
    }

    /** Whether the bytes should be sealed again because a newer key has taken over. */
    public boolean isOutdated(byte[] sealed) {
        return !current.equals(head(sealed).ringKey());
    }

    /** The same content under the current key; empty when it is under it already. */
    public Optional<byte[]> reseal(byte[] sealed, byte[] context) {
        return isOutdated(sealed) ? Optional.of(seal(open(sealed, context), context)) : Optional.empty();
    }

    /** The key that seals. */
    public String currentKey() {
        return current;
    }

    /** Every key that opens, the one that seals first. */
    public List<String> keyIds() {
        return List.copyOf(ring.keySet());
    }

    /** Under which key of the ring these bytes lie; their first {@value #LONGEST_HEAD} are enough. */
    public static Optional<String> keyOf(byte[] sealed) {
        return SealedHead.read(sealed).map(SealedHead::ringKey);
    }

    /** Under which data key they lie instead. */
    public static Optional<UUID> dataKeyOf(byte[] sealed) {
        return SealedHead.read(sealed).map(SealedHead::dataKey);
    }

    /** A keyed digest for exact search, of the E.164 form of a phone number for one. Purposes never collide. */
    public byte[] fingerprint(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(label.length).array());
            mac.update(label);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** Whether replicas of the release before still run beside this one. */
    public boolean sealsFirstFormat() {
        return firstFormat.isPresent();
    }

    private static SealedHead head(byte[] sealed) {
        return SealedHead.read(sealed).orElseThrow(() -> new IllegalStateException("not sealed by this encryptor"));
    }

    private AesGcm ring(String id) {
        AesGcm key = ring.get(id);
        if (key == null) {
            throw new IllegalStateException("suite.crypto.keys holds no key \"" + id + "\"");
        }
        return key;
    }

    /** What replicas of the release before write and read. Tink keeps its nonce to itself, and here the tag covers it. */
    private record FirstFormat(String id, SecretKeySpec key, SecureRandom random) {
        FirstFormat(String id, byte[] key) {
            this(id, new SecretKeySpec(key, "AES"), new SecureRandom());
        }

        byte[] seal(byte[] plain, byte[] context) {
            byte[] nonce = new byte[AesGcm.NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] head = AesGcm.joined(SealedHead.of(SealedHead.FIRST, id).bytes(), nonce);
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
                cipher.updateAAD(head);
                cipher.updateAAD(context);
                return AesGcm.joined(head, cipher.doFinal(plain));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no AES-GCM", e);
            }
        }
    }
}
