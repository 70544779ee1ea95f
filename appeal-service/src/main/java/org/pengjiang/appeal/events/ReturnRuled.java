package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The supervision has ruled on a return.
 *
 * @param number of the return among those of the appeal; not for the enterprise, as all below but {@code upheld}
 * @param unit that has returned it
 * @param transfers how often the appeal has gone to another unit by a ruling
 * @param relievedClocks the promises to the enterprise that were charged to the unit and are the centre's from now on
 */
public record ReturnRuled(
        @JsonUnwrapped AppealSnapshot standing,
        Instant ruledAt,
        boolean upheld,
        @Nullable Integer number,
        @Nullable String unit,
        @Nullable Integer transfers,
        @Nullable List<String> relievedClocks)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.return-ruled.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ReturnRuled(standing.forEnterprise(), ruledAt, upheld, null, null, null, null));
    }
}
