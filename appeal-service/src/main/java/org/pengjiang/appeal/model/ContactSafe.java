package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.Vault;
import org.pengjiang.kit.crypto.rotation.SealedColumn;

/** Keeps contacts unreadable in the database; bound to their appeal, so that a copied value opens nowhere else. */
@ApplicationScoped
public class ContactSafe {
    private final Vault vault;

    ContactSafe(Vault vault) {
        this.vault = vault;
    }

    /** @return false when the same contact was kept already */
    public boolean keep(Appeal appeal, Contact contact) {
        if (read(appeal).equals(Optional.of(contact))) {
            return false;
        }
        appeal.keepContact(
                vault.seal(bytes(contact), context(appeal.id())),
                vault.fingerprint("appeal.contact.phone", contact.phone().e164()));
        return true;
    }

    public Optional<Contact> read(Appeal appeal) {
        return open(appeal.id(), appeal.contactSealed());
    }

    /** The same for a row that was read without its aggregate. */
    public Optional<Contact> open(UUID appealId, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : Optional.of(contact(vault.open(sealed, context(appealId))));
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return SealedColumn.of("appeal", "contact_sealed", ContactSafe::context);
    }

    private static byte[] context(UUID appealId) {
        return ("appeal/" + appealId + "/contact").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Contact contact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(contact.name());
            out.writeUTF(contact.phone().value());
            out.writeUTF(contact.position() == null ? "" : contact.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Contact contact(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String name = in.readUTF();
            PhoneNumber phone = PhoneNumber.parse(in.readUTF());
            String position = in.readUTF();
            return new Contact(name, phone, position.isEmpty() ? null : position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
