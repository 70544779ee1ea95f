package org.pengjiang.appeal.model.filing;

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
        return mask(name);
    }

    private static String mask(@Nullable String name) {
        String shown = name == null ? "" : name.strip();
        return shown.isEmpty() ? "**" : Character.toString(shown.codePointAt(0)) + "**";
    }

    /** Also asked for before anything is validated: a message about what is missing must not fail for it. */
    @Override
    public String toString() {
        return mask(name) + " " + phone;
    }
}
