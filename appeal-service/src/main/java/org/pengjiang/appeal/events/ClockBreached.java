package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/**
 * A clock has passed its due unanswered.
 *
 * @param unitAtDue who answered for the appeal at the due, whoever has it when that is noticed, or was asked to help;
 *     nobody before its dispatch
 * @param chargedTo {@code UNIT}, or {@code CENTRE} where no unit had it
 */
public record ClockBreached(
        @JsonUnwrapped AppealSnapshot standing,
        UUID clockId,
        String clock,
        String family,
        Instant dueAt,
        boolean provisional,
        Instant breachedAt,
        @Nullable String unitAtDue,
        String chargedTo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.breached.v1";
    }

    /** Each command notes what is overdue before it is carried out, so that it makes no difference who noted it first. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return AppealEvent.audienceOf(family);
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ClockBreached(
                standing.forEnterprise(),
                clockId,
                clock,
                family,
                dueAt,
                provisional,
                breachedAt,
                unitAtDue,
                chargedTo));
    }
}
