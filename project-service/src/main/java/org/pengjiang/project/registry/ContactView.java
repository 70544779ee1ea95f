package org.pengjiang.project.registry;

import org.jspecify.annotations.Nullable;
import org.pengjiang.project.model.Contact;

/** A contact in full, for those who work on the project. */
record ContactView(String name, String phone, @Nullable String position) {
    static ContactView of(Contact contact) {
        return new ContactView(contact.name(), contact.phone().value(), contact.position());
    }
}
