package org.pengjiang.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens for whoever holds the key, in its own place, unchanged; and for nobody else. */
class VaultTest {
    private static final byte[] CONTEXT = "investor.7.phone".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "+8613800000000".getBytes(StandardCharsets.UTF_8);

    private final Vault before = vault("k1");
    private final Vault after = vault("k2", "k1");

    @Test
    void everythingSealedOpensAgain() {
        long seed = System.nanoTime();
        System.out.println("vault seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] plain = new byte[random.nextInt(300)];
            random.nextBytes(plain);
            assertArrayEquals(plain, before.open(before.seal(plain, CONTEXT), CONTEXT));
        }
    }

    @Test
    void noSingleBitMayChange() {
        byte[] sealed = before.seal(PLAIN, CONTEXT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IllegalStateException.class, () -> before.open(changed, CONTEXT), "bit " + bit);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(IllegalStateException.class, () -> before.open(cut, CONTEXT), "length " + length);
        }
    }

    @Test
    void aValueCopiedToAnotherPlaceDoesNotOpen() {
        byte[] sealed = before.seal(PLAIN, CONTEXT);

        assertThrows(
                IllegalStateException.class,
                () -> before.open(sealed, "investor.8.phone".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sealingTwiceNeverLooksAlike() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(seen.add(Arrays.toString(before.seal(PLAIN, CONTEXT))));
        }
    }

    @Test
    void aNewKeyTakesOverAndTheOldOneStillOpens() {
        byte[] old = before.seal(PLAIN, CONTEXT);

        assertTrue(after.isOutdated(old));
        byte[] fresh = after.reseal(old, CONTEXT).orElseThrow();

        assertArrayEquals(PLAIN, after.open(old, CONTEXT));
        assertArrayEquals(PLAIN, vault("k2").open(fresh, CONTEXT));
        assertFalse(after.isOutdated(fresh));
        assertEquals(Optional.empty(), after.reseal(fresh, CONTEXT));
        assertEquals(Optional.of(after.currentKey()), Vault.keyOf(Arrays.copyOf(fresh, Vault.LONGEST_HEAD)));
        assertThrows(IllegalStateException.class, () -> vault("k2").open(old, CONTEXT));
    }

    @Test
    void fingerprintsAreStableAndKeepPurposesApart() {
        byte[] phone = before.fingerprint("phone", "+8613800000000");

        assertArrayEquals(phone, after.fingerprint("phone", "+8613800000000"));
        assertFalse(Arrays.equals(phone, before.fingerprint("phone", "+8613800000001")));
        assertFalse(Arrays.equals(before.fingerprint("ab", "c"), before.fingerprint("a", "bc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", ":AAAA", "k1:????", "k 1:AAAA", "k1:AAAA,k1:AAAA", "k1:AAAA,"})
    void keysThatCannotBeReadAreRefusedWithoutBeingShown(String keys) {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> {
            Map<String, byte[]> parsed = VaultConfig.Keys.parse(keys);
            if (parsed.values().stream().allMatch(key -> key.length == 0)) {
                throw new IllegalStateException("empty");
            }
        });

        assertFalse(refusal.getMessage().contains("????"));
    }

    @Test
    void aKeyHas32Bytes() {
        assertThrows(IllegalArgumentException.class, () -> new Vault(Map.of("k1", new byte[16]), new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> new Vault(Map.of("k1", new byte[32]), new byte[31]));
    }

    private static Vault vault(String... ids) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String id : ids) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.charAt(1));
            keys.put(id, key);
        }
        return new Vault(keys, new byte[32]);
    }
}
