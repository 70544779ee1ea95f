package org.pengjiang.appeal.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.text.OneLine;

/** The enterprise's person to talk to. Encrypted where it is stored, masked wherever it is listed, never in an event. */
public record Contact(
        @NotNull @OneLine(max = 100) String name,
        @NotNull PhoneNumber phone,
        @Nullable @OneLine(max = 100) String position) {

    /** The family name and the last digits are enough to recognise someone one already knows. */
    public String maskedName() {
        return Character.toString(name.strip().codePointAt(0)) + "**";
    }

    @Override
    public String toString() {
        return maskedName() + " " + phone.masked();
    }
}
