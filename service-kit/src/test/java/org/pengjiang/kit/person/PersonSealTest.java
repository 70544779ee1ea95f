package org.pengjiang.kit.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.KitStack;

/** Somebody fictional, kept in a row of a fictional table. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class PersonSealTest {
    private static final PhoneNumber PHONE = PhoneNumber.parse("13812341234");

    @Inject
    DataKeys keys;

    @Inject
    Encryptor encryptor;

    private final UUID row = UUID.randomUUID();
    private PersonSeal seal;

    @BeforeEach
    void open() {
        seal = new PersonSeal(keys, encryptor, "thing", "owner");
    }

    record Owner(String name, PhoneNumber phone, String position) {}

    @Test
    void whoWasSealedComesBack() {
        Owner whole = new Owner("陈示例", PHONE, "厂长");
        Owner without = new Owner("Example", PHONE, null);

        assertEquals(new OpenedPerson<>(whole, false), seal.open(row, sealed(whole), Owner::new));
        assertEquals(new OpenedPerson<>(without, false), seal.open(row, sealed(without), Owner::new));
        assertEquals(new OpenedPerson<Owner>(null, false), seal.open(row, (byte[]) null, Owner::new));
    }

    @Test
    void nothingOfThemCanBeRead() {
        String stored = new String(sealed(new Owner("Example", PHONE, "Foreman")), UTF_8);

        assertFalse(stored.contains("Example") || stored.contains("1234") || stored.contains("Foreman"));
    }

    @Test
    void whatWasCopiedOpensNowhereElse() {
        byte[] sealed = sealed(new Owner("Example", PHONE, null));
        PersonSeal elsewhere = new PersonSeal(keys, encryptor, "other", "owner");
        PersonSeal besides = new PersonSeal(keys, encryptor, "thing", "guest");

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
        OpenedPerson<Owner> opened = seal.open(row, stored, Owner::new);

        // Then
        assertEquals(new OpenedPerson<>(new Owner("Example", PHONE, "Foreman"), false), opened);
        assertArrayEquals(encryptor.fingerprint("thing.owner.phone", "+8613812341234"), seal.fingerprint(PHONE));
    }

    @Test
    void aRotationFindsTheColumnAndOpensIt() {
        byte[] sealed = sealed(new Owner("Example", PHONE, null));

        assertEquals("thing.owner_sealed", seal.column().toString());
        assertEquals(
                "Example".length(),
                keys.open(keys.withKey(sealed), seal.column().context().apply(row.toString()))
                        .orElseThrow()[1],
                "the name's length, as it was written");
    }

    @Test
    void whoWasErasedIsNobodyAndIsSaidToBe() {
        // Given
        byte[] sealed = sealed(new Owner("Example", PHONE, null));

        // When
        byte[] remnant = QuarkusTransaction.requiringNew()
                .call(() -> seal.erase(row, "someone", "asked for"))
                .remnant();

        // Then
        OpenedPerson<Owner> nobody = new OpenedPerson<>(null, true);
        assertEquals(nobody, seal.open(row, remnant, Owner::new));
        assertEquals(nobody, seal.open(row, sealed, Owner::new), "a copy of the row does not open either");
        assertEquals(
                KitProblem.PERSON_ERASED,
                assertThrows(DomainException.class, nobody::orElseThrow).code());
    }

    private byte[] sealed(Owner owner) {
        return QuarkusTransaction.requiringNew()
                .call(() -> seal.seal(row, owner.name(), owner.phone(), owner.position()));
    }
}
