package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.appeal.model.view.AppealOutlines;

/** Rates for whoever has shown the query code: as the enterprise does, and by no account. */
@ApplicationScoped
class RateByCode {
    private static final String NO_ACCOUNT = "query-code";

    private final OpenForCommand open;
    private final RateAppeal rate;
    private final AppealOutlines outlines;

    RateByCode(OpenForCommand open, RateAppeal rate, AppealOutlines outlines) {
        this.open = open;
        this.rate = rate;
        this.outlines = outlines;
    }

    @Transactional
    AppealOutline rate(UUID id, NewRating said) {
        return outlines.outline(rate.rate(open.byQueryCode(id, AppealCommand.RATE), said, NO_ACCOUNT));
    }
}
