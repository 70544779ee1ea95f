package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.SealedData;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.person.OpenedPerson;
import org.pengjiang.kit.person.PersonSeal;

/** Keeps contacts unreadable in the database, each under the data key of its appeal. */
@ApplicationScoped
public class ContactVault {
    private final PersonSeal seal;

    ContactVault(DataKeys keys, Encryptor encryptor) {
        seal = new PersonSeal(keys, encryptor, "appeal", "contact");
    }

    /** @return false when the same contact was kept already */
    public boolean keep(Appeal appeal, Contact contact) {
        if (read(appeal).is(contact::equals)) {
            return false;
        }
        appeal.keepContact(
                seal.seal(appeal.id(), contact.name(), contact.phone(), contact.position()),
                seal.fingerprint(contact.phone()));
        return true;
    }

    /** Tells two contacts apart and none of them what it is. */
    public byte[] fingerprint(Contact contact) {
        return seal.fingerprint(contact.name(), contact.phone(), contact.position());
    }

    public OpenedPerson<Contact> read(Appeal appeal) {
        return seal.open(appeal.id(), appeal.contactSealed(), Contact::new);
    }

    /** The same for a row that was read without its aggregate, with the key of its contact. */
    public OpenedPerson<Contact> open(UUID appealId, @Nullable SealedData sealed) {
        return seal.open(appealId, sealed, Contact::new);
    }

    /** @return the data keys that are destroyed now */
    public List<UUID> erase(Appeal appeal, String by, String reason) {
        DataKeys.Erasure erasure = seal.erase(appeal.id(), by, reason);
        appeal.loseContact(erasure.remnant());
        return erasure.dataKeys();
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return seal.column();
    }
}
