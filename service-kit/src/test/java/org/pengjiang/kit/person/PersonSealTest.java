package org.pengjiang.kit.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.Encryptor;

/** Somebody fictional, kept in a row of a fictional table. */
class PersonSealTest {
    private static final PhoneNumber PHONE = PhoneNumber.parse("13812341234");

    private final Encryptor encryptor = new Encryptor(Map.of("k1", new byte[32]), new byte[32]);
    private final PersonSeal seal = new PersonSeal(encryptor, "thing", "owner");
    private final UUID row = UUID.randomUUID();

    record Owner(String name, PhoneNumber phone, String position) {}

    @Test
    void whoWasSealedComesBack() {
        Owner whole = new Owner("陈示例", PHONE, "厂长");
        Owner without = new Owner("Example", PHONE, null);

        assertEquals(Optional.of(whole), seal.open(row, sealed(whole), Owner::new));
        assertEquals(Optional.of(without), seal.open(row, sealed(without), Owner::new));
        assertEquals(Optional.empty(), seal.open(row, null, Owner::new));
    }

    @Test
    void nothingOfThemCanBeRead() {
        String stored = new String(sealed(new Owner("Example", PHONE, "Foreman")), UTF_8);

        assertFalse(stored.contains("Example") || stored.contains("1234") || stored.contains("Foreman"));
    }

    @Test
    void whatWasCopiedOpensNowhereElse() {
        byte[] sealed = sealed(new Owner("Example", PHONE, null));
        PersonSeal elsewhere = new PersonSeal(encryptor, "other", "owner");
        PersonSeal besides = new PersonSeal(encryptor, "thing", "guest");

        assertThrows(IllegalStateException.class, () -> seal.open(UUID.randomUUID(), sealed, Owner::new));
        assertThrows(IllegalStateException.class, () -> elsewhere.open(row, sealed, Owner::new));
        assertThrows(IllegalStateException.class, () -> besides.open(row, sealed, Owner::new));
    }

    @Test
    void whatLiesInTheDatabaseSinceLongAgoStillOpens() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("Example");
        out.writeUTF(PHONE.value());
        out.writeUTF("Foreman");
        byte[] stored = encryptor.seal(bytes.toByteArray(), ("thing/" + row + "/owner").getBytes(UTF_8));

        // When
        Optional<Owner> opened = seal.open(row, stored, Owner::new);

        // Then
        assertEquals(Optional.of(new Owner("Example", PHONE, "Foreman")), opened);
        assertArrayEquals(encryptor.fingerprint("thing.owner.phone", "+8613812341234"), seal.fingerprint(PHONE));
    }

    @Test
    void aRotationFindsTheColumnAndOpensIt() {
        byte[] sealed = sealed(new Owner("Example", PHONE, null));

        assertEquals("thing.owner_sealed", seal.column().toString());
        assertEquals(
                "Example".length(),
                encryptor.open(sealed, seal.column().context().apply(row.toString()))[1],
                "the name's length, as it was written");
    }

    private byte[] sealed(Owner owner) {
        return seal.seal(row, owner.name(), owner.phone(), owner.position());
    }
}
