package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.AppellantKind;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.filing.Difference;
import org.pengjiang.appeal.model.filing.Differences;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.kit.crypto.Digest;
import org.pengjiang.kit.person.OpenedPerson;

/**
 * What differs between an appeal as it was filed and as its partner sends it again. When it came in and its files are not
 * compared: the one is cut to the clock, the others are attached already.
 */
@ApplicationScoped
class CompareFilings {
    private static final byte[] NO_CONTACT = {};

    private final ContactVault contacts;

    CompareFilings(ContactVault contacts) {
        this.contacts = contacts;
    }

    Differences differences(Appeal appeal, NewAppeal said) {
        Filing filed = appeal.filing();
        Appellant appellant = filed.appellant();
        NewAppellant named = said.appellant();
        SourceRef ref = filed.sourceRef();
        List<Difference> found = new ArrayList<>();
        compare("/title", filed.title(), said.title().strip(), found);
        compare("/description", filed.description(), said.description().strip(), found);
        compare("/remedySought", filed.remedySought(), said.remedySought(), found);
        compare("/nature", filed.nature(), said.nature(), found);
        compare("/category", appeal.classification().category(), said.category(), found);
        compare("/urgency", filed.urgency(), said.urgencyOrOrdinary(), found);
        compare(
                "/enterprise",
                appellant.creditCode(),
                said.enterprise() == null ? null : said.enterprise().value(),
                found);
        compare("/appellant/kind", appellant.kind(), named == null ? AppellantKind.ENTERPRISE : named.kind(), found);
        compare(
                "/appellant/name",
                appellant.name(),
                named == null ? null : named.name().strip(),
                found);
        compare(
                "/appellant/registerNumber",
                appellant.registerNumber(),
                named == null ? null : named.registerNumber(),
                found);
        compare(
                "/appellant/registerCountry",
                appellant.registerCountry(),
                named == null ? null : named.registerCountry(),
                found);
        compare("/projectId", filed.projectId(), said.projectId(), found);
        if (filed.projectId() == null) {
            compare("/divisionCode", appeal.division(), said.divisionCode(), found);
        }
        compare("/outerDueAt", ref == null ? null : ref.outerDueAt(), said.outerDueAt(), found);
        OpenedPerson<Contact> contact = contacts.read(appeal);
        if (!contact.isErased() && !contact.is(said.contact()::equals)) {
            found.add(new Difference("/contact", ""));
            return new Differences(found, hash(found, contacts.fingerprint(said.contact())));
        }
        return new Differences(found, hash(found, NO_CONTACT));
    }

    private static void compare(String pointer, @Nullable Object filed, @Nullable Object sent, List<Difference> found) {
        if (!Objects.equals(filed, sent)) {
            found.add(new Difference(pointer, sent == null ? "" : sent.toString()));
        }
    }

    /** @param contact that was sent: two that differ from the one that was filed are two contents */
    private static String hash(List<Difference> found, byte[] contact) {
        return HexFormat.of()
                .formatHex(Digest.of(Stream.concat(
                                found.stream()
                                        .map(difference ->
                                                Digest.bytes(difference.pointer() + '\n' + difference.sent())),
                                Stream.of(contact))
                        .toArray(byte[][]::new)));
    }
}
