package org.pengjiang.appeal.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/**
 * An attempt to reach the enterprise. It counts as the contact when the call was answered and lasted as long as the setting proofs says, the
 * message was read or answered, or the visit was signed for, each with its record; an automatic answer never counts.
 *
 * @param answered whether a person was reached
 * @param seconds how long the call lasted
 * @param proof number of the call's record, the message or the signed visit, with a digit
 */
record NewContact(
        @NotNull ContactChannel channel,
        @NotNull Boolean answered,
        @Nullable @Min(0) @Max(86400) Integer seconds,
        @Nullable @OneLine(max = 100) String proof,
        @Nullable @LongText(max = 1000) String note) {

    ContactProof asProof() {
        return new ContactProof(channel, answered, seconds, proof, note);
    }
}
