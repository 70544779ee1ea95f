package org.pengjiang.project.model;

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
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.Vault;
import org.pengjiang.kit.crypto.rotation.SealedColumn;

/** Keeps contacts unreadable in the database; bound to their project, so that a copied value opens nowhere else. */
@ApplicationScoped
public class ContactSafe {
    private final Vault vault;

    ContactSafe(Vault vault) {
        this.vault = vault;
    }

    /** @return false when the same contact was kept already */
    public boolean keep(InvestmentProject project, Contact contact) {
        if (read(project).equals(Optional.of(contact))) {
            return false;
        }
        project.keepContact(
                vault.seal(bytes(contact), context(project.id())),
                vault.fingerprint("project.contact.phone", contact.phone().e164()));
        return true;
    }

    public Optional<Contact> read(InvestmentProject project) {
        byte[] sealed = project.contactSealed();
        return sealed == null ? Optional.empty() : Optional.of(contact(vault.open(sealed, context(project.id()))));
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return SealedColumn.of("project", "contact_sealed", ContactSafe::context);
    }

    private static byte[] context(UUID projectId) {
        return ("project/" + projectId + "/contact").getBytes(StandardCharsets.UTF_8);
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
