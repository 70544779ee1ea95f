package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.person.PersonSeal;

/** Keeps contacts unreadable in the database, each bound to its appeal. */
@ApplicationScoped
public class ContactSafe {
    private final PersonSeal seal;

    ContactSafe(Encryptor encryptor) {
        seal = new PersonSeal(encryptor, "appeal", "contact");
    }

    /** @return false when the same contact was kept already */
    public boolean keep(Appeal appeal, Contact contact) {
        if (read(appeal).equals(Optional.of(contact))) {
            return false;
        }
        appeal.keepContact(
                seal.seal(appeal.id(), contact.name(), contact.phone(), contact.position()),
                seal.fingerprint(contact.phone()));
        return true;
    }

    public Optional<Contact> read(Appeal appeal) {
        return open(appeal.id(), appeal.contactSealed());
    }

    /** The same for a row that was read without its aggregate. */
    public Optional<Contact> open(UUID appealId, byte @Nullable [] sealed) {
        return seal.open(appealId, sealed, Contact::new);
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return seal.column();
    }
}
