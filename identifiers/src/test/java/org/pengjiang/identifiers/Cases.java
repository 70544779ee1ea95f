package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Random cases that can be had again: the seed is printed, and {@code -Dseed=…} repeats a run. */
final class Cases {

    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String NASTY =
            "0123456789ABCXYZabcxyz -+.,/eE()#;=*\u0000\t\n\u3000\u00a0\uff11\uff21\u0661\u4e07\u8f6c\ud83d\ude00\u0130\u017f\u212a";

    private Cases() {}

    static Random seeded(String scenario) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(scenario + ": repeat with -Dseed=" + seed);
        return new Random(seed);
    }

    static void refused(String code, Runnable reading) {
        InvalidIdentifier refusal = assertThrows(InvalidIdentifier.class, reading::run);
        assertEquals(code, refusal.code());
        assertTrue(refusal.code().matches("[A-Z][A-Z_]+"), refusal.code());
        assertTrue(refusal.detail()
                .codePoints()
                .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertTrue(refusal.detailZh()
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
    }

    /** Every reader either returns something or refuses; whatever else flies out fails the test. */
    static void neverFailsOtherwise(Random random, Function<Random, String> almostRight, Consumer<String> reader) {
        int refused = 0;
        int cases = 20_000;
        for (int i = 0; i < cases; i++) {
            String text = random.nextBoolean() ? garbage(random) : damaged(random, almostRight.apply(random));
            try {
                reader.accept(text);
            } catch (InvalidIdentifier expected) {
                refused++;
            } catch (RuntimeException | StackOverflowError other) {
                throw new AssertionError("reading <" + text + ">", other);
            }
        }
        assertFalse(refused == 0, "no case was refused: the generator is too tame");
        Cases.refusedWhenMissing(reader);
    }

    private static void refusedWhenMissing(Consumer<String> reader) {
        assertThrows(InvalidIdentifier.class, () -> reader.accept(null));
        assertThrows(InvalidIdentifier.class, () -> reader.accept(""));
        assertThrows(InvalidIdentifier.class, () -> reader.accept(" \u3000\t"));
    }

    private static String garbage(Random random) {
        int length = random.nextInt(40) == 0 ? random.nextInt(5_000) : random.nextInt(30);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(8) == 0 ? (char) random.nextInt(0x10000) : pick(random, NASTY));
        }
        return text.toString();
    }

    private static String damaged(Random random, String right) {
        StringBuilder text = new StringBuilder(right);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean() || at == text.length()) {
                text.insert(at, pick(random, NASTY));
            } else if (random.nextBoolean()) {
                text.setCharAt(at, pick(random, NASTY));
            } else {
                text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    static char pick(Random random, String from) {
        return from.charAt(random.nextInt(from.length()));
    }

    static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Shares that add up to 10000, some of them often zero. */
    static int[] shares(Random random) {
        int[] shares = new int[1 + random.nextInt(15)];
        int left = 10_000;
        for (int i = 0; i < shares.length - 1; i++) {
            shares[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(left + 1);
            left -= shares[i];
        }
        shares[shares.length - 1] = left;
        return shares;
    }

    /** Amounts of every magnitude up to the largest that fits. */
    static Yuan amount(Random random) {
        long bound = 1;
        for (int digits = random.nextInt(19); digits > 0; digits--) {
            bound *= 10;
        }
        long fen = random.nextLong(bound);
        return Yuan.ofFen(random.nextBoolean() ? fen : -fen);
    }

    /** A valid code, its check characters computed the long way round: powers of three, and the standard's own text. */
    static String uscc(Random random) {
        StringBuilder code = new StringBuilder();
        code.append(pick(random, USCC_ALPHABET))
                .append(pick(random, USCC_ALPHABET))
                .append(digits(random, 6));
        for (int i = 0; i < 8; i++) {
            code.append(pick(random, USCC_ALPHABET));
        }
        int organisation = 0;
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        for (int i = 0; i < weights.length; i++) {
            organisation += Integer.parseInt(code.substring(8 + i, 9 + i), 36) * weights[i];
        }
        code.append("0X987654321".charAt(organisation % 11));
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 17; i++) {
            sum = sum.add(
                    BigInteger.valueOf(3).pow(i).multiply(BigInteger.valueOf(USCC_ALPHABET.indexOf(code.charAt(i)))));
        }
        return code.append(USCC_ALPHABET.charAt(
                        sum.negate().mod(BigInteger.valueOf(31)).intValue()))
                .toString();
    }
}
