package org.pengjiang.kit.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Sealed bytes with the key they need. A list reads both by one statement:
 * {@code SELECT s.x_sealed, (SELECT k.key_sealed FROM data_key k WHERE k.id = data_key_of(s.x_sealed))}.
 *
 * @param wrappedKey null where a key of the ring seals them, and where their data key is destroyed
 */
public record SealedData(byte[] bytes, byte @Nullable [] wrappedKey) {}
