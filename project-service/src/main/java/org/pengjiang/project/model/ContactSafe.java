package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.person.OpenedPerson;
import org.pengjiang.kit.person.PersonSeal;

/** Keeps contacts unreadable in the database, each under the data key of its project. */
@ApplicationScoped
public class ContactSafe {
    private final PersonSeal seal;

    ContactSafe(DataKeys keys, Encryptor encryptor) {
        seal = new PersonSeal(keys, encryptor, "project", "contact");
    }

    /** @return false when the same contact was kept already */
    public boolean keep(InvestmentProject project, Contact contact) {
        if (read(project).is(contact::isSameAs)) {
            return false;
        }
        project.keepContact(
                seal.seal(project.id(), contact.name(), contact.phone(), contact.position()),
                seal.fingerprint(contact.phone()));
        return true;
    }

    public OpenedPerson<Contact> read(InvestmentProject project) {
        return seal.open(project.id(), project.contactSealed(), Contact::new);
    }

    /** @return the data keys that are destroyed now */
    public List<UUID> erase(InvestmentProject project, String by, String reason) {
        DataKeys.Erasure erasure = seal.erase(project.id(), by, reason);
        project.loseContact(erasure.remnant());
        return erasure.dataKeys();
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return seal.column();
    }
}
