package org.pengjiang.appeal.casefile;

import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.Contact;

/** The contact in full. */
record ContactView(String name, String phone, @Nullable String position) {
    static ContactView of(Contact contact) {
        return new ContactView(contact.name(), contact.phone().value(), contact.position());
    }
}
