package org.pengjiang.kit.notices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.Language;

/**
 * Where letters to one recipient go. Given, changed and withdrawn; never removed, because the log speaks of it. Its id
 * follows from whose it is, so that two requests at once make one.
 */
@Entity
@Table(name = "notice_address")
class NoticeAddress extends LoggedAggregate {
    @Enumerated(EnumType.STRING)
    @Column(name = "recipient_kind")
    private Recipient.Kind recipientKind;

    @Column
    private String recipient;

    @Column(name = "address_sealed")
    private byte @Nullable [] addressSealed;

    @Enumerated(EnumType.STRING)
    private Language language;

    protected NoticeAddress() {}

    NoticeAddress(Recipient whose, DivisionCode division) {
        super(id(whose, division), division);
        this.recipientKind = whose.kind();
        this.recipient = whose.name();
        this.language = Language.CHINESE;
    }

    static UUID id(Recipient whose, DivisionCode division) {
        String place = isOfDivision(whose) ? division.value() : "";
        return UUID.nameUUIDFromBytes(
                ("notice_address/" + whose.kind() + "/" + place + "/" + whose.name()).getBytes(StandardCharsets.UTF_8));
    }

    /** Codes of units and roles repeat from district to district. */
    private static boolean isOfDivision(Recipient whose) {
        return whose.kind() == Recipient.Kind.UNIT || whose.kind() == Recipient.Kind.ROLE;
    }

    /** What the address is sealed for. */
    static byte[] context(UUID id) {
        return ("notice_address/" + id + "/address_sealed").getBytes(StandardCharsets.UTF_8);
    }

    void direct(byte[] sealed, Language wanted) {
        addressSealed = sealed;
        language = wanted;
    }

    void withdraw() {
        addressSealed = null;
    }

    /** The account may have moved since. */
    void belongTo(DivisionCode division) {
        placeIn(division);
    }

    byte @Nullable [] addressSealed() {
        return addressSealed;
    }

    Recipient recipient() {
        return new Recipient(recipientKind, recipient);
    }

    Language language() {
        return language;
    }

    @Override
    public String subjectType() {
        return "notice_address";
    }
}
