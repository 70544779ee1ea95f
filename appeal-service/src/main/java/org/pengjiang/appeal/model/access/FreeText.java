package org.pengjiang.appeal.model.access;

import org.pengjiang.kit.person.PersonalNumbers;

/**
 * What people wrote in their own words. Its mobile and identity numbers are shown in full to the enterprise, to whoever filed the
 * appeal and to those who have to reach the enterprise; to all others masked.
 */
public record FreeText(boolean inFull) {
    public String of(String text) {
        return inFull ? text : PersonalNumbers.mask(text);
    }
}
