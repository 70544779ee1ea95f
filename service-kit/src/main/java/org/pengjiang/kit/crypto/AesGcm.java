package org.pengjiang.kit.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * AES-256-GCM by Tink, for one key. Made directly and not through a keyset: our keys carry their own ids, and keysets would load
 * protobuf at the start (see ADR 8).
 */
final class AesGcm {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;

    private final Aead aead;

    /** @throws IllegalArgumentException when the key has not 32 bytes; the message shows none of them */
    @AccessesPartialKey
    AesGcm(String id, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("key " + id + " has " + key.length + " bytes; it needs " + KEY_BYTES);
        }
        try {
            aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(KEY_BYTES)
                            .setIvSizeBytes(NONCE_BYTES)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** The head, and behind it nonce, ciphertext and tag, which cover the head and the context. */
    byte[] seal(byte[] head, byte[] plain, byte[] context) {
        try {
            return joined(head, aead.encrypt(plain, joined(head, context)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt", e);
        }
    }

    /** @throws IllegalStateException when the bytes were changed, are cut off or belong to another context */
    byte[] open(byte[] sealed, int nonceAt, byte[] covered) {
        byte[] encrypted = new byte[sealed.length - nonceAt];
        System.arraycopy(sealed, nonceAt, encrypted, 0, encrypted.length);
        try {
            return aead.decrypt(encrypted, covered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed bytes do not open: changed, or of another context", e);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
