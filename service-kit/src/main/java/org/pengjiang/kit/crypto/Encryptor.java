package org.pengjiang.kit.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read from a disk or a back-up: contacts, names of natural persons, stored answers.
 *
 * <p>AES-256-GCM. Sealed bytes are: format 1, length of the key id, key id, 12 bytes of nonce, ciphertext with its 16-byte
 * tag. The head and the context are authenticated with it.
 */
public final class Encryptor {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;

    /** Format, length of the key id, and a key id of 32 characters. */
    public static final int LONGEST_HEAD = 34;

    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;
    private final SecretKey indexKey;

    /**
     * @param keys by id; the first in iteration order seals, the others only open
     * @param indexKey for fingerprints; never rotated without rebuilding the columns that hold them
     */
    public Encryptor(Map<String, byte[]> keys, byte[] indexKey) {
        keys.forEach((id, key) -> this.keys.put(id, key(id, key, "AES")));
        this.current = keys.keySet().iterator().next();
        this.indexKey = key("index", indexKey, "HmacSHA256");
    }

    private static SecretKey key(String id, byte[] bytes, String algorithm) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("key " + id + " has " + bytes.length + " bytes; it needs 32");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    /** @param context what the bytes belong to (table, id, column): another context will not open them */
    public byte[] seal(byte[] plain, byte[] context) {
        byte[] id = current.getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(2 + id.length + NONCE_BYTES)
                .put(FORMAT)
                .put((byte) id.length)
                .put(id)
                .put(nonce)
                .array();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, secret(current), nonce, head, context, plain, 0);
        return ByteBuffer.allocate(head.length + sealed.length)
                .put(head)
                .put(sealed)
                .array();
    }

    /**
     * Opens with the key whose id stands in the sealed bytes, current or retired.
     *
     * @throws IllegalStateException when the bytes were changed, belong to another context or name an unknown key
     */
    public byte[] open(byte[] sealed, byte[] context) {
        String id = keyId(sealed);
        int headLength = 2 + id.length() + NONCE_BYTES;
        if (sealed.length < headLength + TAG_BITS / 8) {
            throw new IllegalStateException("sealed bytes are cut off");
        }
        byte[] head = new byte[headLength];
        System.arraycopy(sealed, 0, head, 0, headLength);
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(head, headLength - NONCE_BYTES, nonce, 0, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, secret(id), nonce, head, context, sealed, headLength);
    }

    /** Whether the bytes should be sealed again because a newer key has taken over. */
    public boolean isOutdated(byte[] sealed) {
        return !keyId(sealed).equals(current);
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
        return List.copyOf(keys.keySet());
    }

    /** Under which key these bytes lie; their first {@value #LONGEST_HEAD} are enough. Empty where this is nothing sealed. */
    public static Optional<String> keyOf(byte[] sealed) {
        try {
            return Optional.of(keyId(sealed));
        } catch (IllegalStateException notSealed) {
            return Optional.empty();
        }
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

    private static String keyId(byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != FORMAT || sealed.length < 2 + sealed[1] || sealed[1] < 1) {
            throw new IllegalStateException("not sealed by this encryptor");
        }
        return new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII);
    }

    private SecretKey secret(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("suite.crypto.keys holds no key \"" + id + "\"");
        }
        return key;
    }

    private static byte[] run(
            int mode, SecretKey key, byte[] nonce, byte[] head, byte[] context, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(context);
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed bytes do not open: changed, or of another context", e);
        }
    }
}
