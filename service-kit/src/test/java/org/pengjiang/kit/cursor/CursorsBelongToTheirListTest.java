package org.pengjiang.kit.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

class CursorsBelongToTheirListTest {
    private static final String LIST = Cursors.list("created_at, id", "440703", null);
    private static final List<String> POSITION = List.of("2026-03-05T08:30:00+08:00", "江海路");

    private final Cursors cursors = cursors(0, false);

    @Test
    void aCursorGivesBackThePositionThatWasSealed() {
        assertEquals(POSITION, cursors.open(LIST, cursors.seal(LIST, POSITION)));
    }

    @Test
    void aCursorIsRefusedWhereOneBitIsOtherOrOneByteIsMissing() {
        // Given
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(LIST, POSITION));

        // Then
        for (int i = 0; i < sealed.length * 8; i++) {
            byte[] forged = sealed.clone();
            forged[i / 8] ^= (byte) (1 << i % 8);
            assertRefused(LIST, text(forged));
        }
        for (int length = 0; length < sealed.length; length++) {
            assertRefused(LIST, text(Arrays.copyOf(sealed, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "AQ", "eyJ2IjoxfQ", "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertRefused(LIST, cursor);
    }

    @Test
    void aCursorOfAnotherListFilterOrKeyIsRefused() {
        // Given
        String cursor = cursors.seal(LIST, POSITION);

        // Then
        assertRefused(Cursors.list("id", "440703", null), cursor);
        assertRefused(Cursors.list("created_at, id", "440704", null), cursor);
        assertRefused(Cursors.list("created_at, id", null, "440703"), cursor);
        assertRefused(Cursors.list("created_at, id", "440703", "-"), cursor);
        assertRefused(LIST, cursors(1, false).seal(LIST, POSITION));
        assertNotEquals(Cursors.list("id", "a", "b"), Cursors.list("id", "a, 1:b"));
    }

    @Test
    void aListInTheOrderOfIdsTakesTheBareIdOfTheReleaseBeforeAndGivesASealedOne() {
        // Given
        UUID id = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10");
        String cursor = cursors.sealId(LIST, id);

        // Then
        assertNotEquals(id.toString(), cursor);
        assertEquals(id, cursors.openId(LIST, cursor));
        assertEquals(id, cursors.openId(LIST, id.toString()));
        assertThrows(DomainException.class, () -> cursors.openId(Cursors.list("other"), cursor));
        assertThrows(DomainException.class, () -> cursors.openId(LIST, "1-1-1-1-1"));
        assertEquals(id.toString(), cursors(0, true).sealId(LIST, id), "while its replicas still run");
    }

    private void assertRefused(String list, String cursor) {
        DomainException refusal = assertThrows(DomainException.class, () -> cursors.open(list, cursor), cursor);
        assertEquals(KitProblem.CURSOR_INVALID, refusal.code());
        assertEquals("query:cursor", refusal.faults().getFirst().pointer());
    }

    private static Cursors cursors(int key, boolean firstFormat) {
        byte[] index = new byte[32];
        index[0] = (byte) key;
        return new Cursors(new Encryptor(Map.of("k1", new byte[32]), index, firstFormat));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
