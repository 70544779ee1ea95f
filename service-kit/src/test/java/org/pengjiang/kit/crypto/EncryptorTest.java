package org.pengjiang.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens for whoever holds the key, in its own place, unchanged; and for nobody else. */
class EncryptorTest {
    private static final byte[] CONTEXT = "investor.7.phone".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "+8613800000000".getBytes(StandardCharsets.UTF_8);

    private static final String KEY =
            Base64.getEncoder().encodeToString("fictional key of thirty-two byte".getBytes(StandardCharsets.US_ASCII));

    private final Encryptor before = encryptor("k1");
    private final Encryptor after = encryptor("k2", "k1");

    @Test
    void everythingSealedOpensAgain() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
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
        assertArrayEquals(PLAIN, encryptor("k2").open(fresh, CONTEXT));
        assertFalse(after.isOutdated(fresh));
        assertEquals(Optional.empty(), after.reseal(fresh, CONTEXT));
        assertEquals(Optional.of(after.currentKey()), Encryptor.keyOf(Arrays.copyOf(fresh, Encryptor.LONGEST_HEAD)));
        assertThrows(IllegalStateException.class, () -> encryptor("k2").open(old, CONTEXT));
    }

    /** Stored by the release before: AES-GCM of Java's own, key k1 of this test, nonce and all. */
    @Test
    void whatTheFirstReleaseSealedStillOpens() {
        byte[] stored = HexFormat.of()
                .parseHex("01026b3140e251d5a6656bb27e61ecbe07fbe064451e48a543dbb5ccc5c1"
                        + "3d5c0ebb4e6617a5e568600edb048fc3");

        assertArrayEquals(PLAIN, before.open(stored, CONTEXT));
        byte[] again = after.reseal(stored, CONTEXT).orElseThrow();
        assertEquals(2, again[0], "and is sealed again in the present format");
        assertArrayEquals(PLAIN, after.open(again, CONTEXT));
    }

    @Test
    void aReplicaOfTheReleaseBeforeReadsWhatIsSealedForIt() throws GeneralSecurityException {
        // When
        byte[] sealed = new Encryptor(keys("k1"), new byte[32], true).seal(PLAIN, CONTEXT);

        // Then
        byte[] nonce = Arrays.copyOfRange(sealed, 4, 16);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(keys("k1").get("k1"), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(Arrays.copyOf(sealed, 16));
        cipher.updateAAD(CONTEXT);
        assertArrayEquals(PLAIN, cipher.doFinal(sealed, 16, sealed.length - 16));
        assertArrayEquals(PLAIN, before.open(sealed, CONTEXT), "and so does this release");
    }

    @Test
    void fingerprintsAreStableAndKeepPurposesApart() {
        byte[] phone = before.fingerprint("phone", "+8613800000000");

        assertArrayEquals(phone, after.fingerprint("phone", "+8613800000000"));
        assertEquals(
                "26e82b4644ebe272786a76f49b79ccbec2c4f503bab4e3e5eea8b0c4d3eac555",
                HexFormat.of().formatHex(phone),
                "stored columns hold it");
        assertFalse(Arrays.equals(phone, before.fingerprint("phone", "+8613800000001")));
        assertFalse(Arrays.equals(before.fingerprint("ab", "c"), before.fingerprint("a", "bc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "KEY",
                "k1",
                "k1:",
                ":KEY",
                "k1:KEY????",
                "k1:KEYKEY",
                "k 1:KEY",
                "k1:KEY,k1:KEY",
                "k1:KEY,",
                "k1:KEY,k2:AAAA"
            })
    void keysThatCannotBeReadAreRefusedWithoutBeingShown(String keys) {
        // When
        RuntimeException refusal = assertThrows(
                RuntimeException.class,
                () -> new EncryptorConfig.Keys().encryptor(config(keys.replace("KEY", KEY), KEY)));

        // Then
        assertSaysNothingOfTheKey(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "KEY????", "KEYKEY", "AAAA"})
    void anIndexKeyThatCannotBeReadIsRefusedWithoutBeingShown(String indexKey) {
        // When
        RuntimeException refusal = assertThrows(
                RuntimeException.class,
                () -> new EncryptorConfig.Keys().encryptor(config("k1:" + KEY, indexKey.replace("KEY", KEY))));

        // Then
        assertSaysNothingOfTheKey(refusal);
    }

    @Test
    void theKeysOfTheTestsBeforeAreFineByThemselves() {
        assertEquals(
                "k1",
                new EncryptorConfig.Keys().encryptor(config("k1:" + KEY, KEY)).currentKey());
    }

    /** Neither the message nor a cause: both stand in the log of a start that failed. */
    private static void assertSaysNothingOfTheKey(RuntimeException refusal) {
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains(KEY.substring(0, 8)), trace.toString());
        assertFalse(refusal.getMessage().isBlank());
    }

    private static EncryptorConfig config(String keys, String indexKey) {
        return new EncryptorConfig() {
            @Override
            public Optional<String> keys() {
                return Optional.of(keys);
            }

            @Override
            public Optional<String> indexKey() {
                return Optional.of(indexKey);
            }

            @Override
            public boolean firstFormat() {
                return false;
            }
        };
    }

    @Test
    void aKeyHas32Bytes() {
        assertThrows(IllegalArgumentException.class, () -> new Encryptor(Map.of("k1", new byte[16]), new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> new Encryptor(Map.of("k1", new byte[32]), new byte[31]));
    }

    private static Encryptor encryptor(String... ids) {
        return new Encryptor(keys(ids), new byte[32]);
    }

    private static Map<String, byte[]> keys(String... ids) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String id : ids) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.charAt(1));
            keys.put(id, key);
        }
        return keys;
    }
}
