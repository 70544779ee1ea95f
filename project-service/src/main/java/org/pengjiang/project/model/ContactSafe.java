package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.person.PersonSeal;

/** Keeps contacts unreadable in the database, each bound to its project. */
@ApplicationScoped
public class ContactSafe {
    private final PersonSeal seal;

    ContactSafe(Encryptor encryptor) {
        seal = new PersonSeal(encryptor, "project", "contact");
    }

    /** @return false when the same contact was kept already */
    public boolean keep(InvestmentProject project, Contact contact) {
        if (read(project).filter(contact::isSameAs).isPresent()) {
            return false;
        }
        project.keepContact(
                seal.seal(project.id(), contact.name(), contact.phone(), contact.position()),
                seal.fingerprint(contact.phone()));
        return true;
    }

    public Optional<Contact> read(InvestmentProject project) {
        return seal.open(project.id(), project.contactSealed(), Contact::new);
    }

    @Produces
    @Singleton
    SealedColumn contacts() {
        return seal.column();
    }
}
