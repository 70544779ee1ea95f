package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.appeal.model.view.AppealOutlines;
import org.pengjiang.kit.problem.DomainException;

/**
 * Rates for whoever has shown the query code: as the enterprise does, and by no account. Whoever filed had the code in their hands
 * too: if they have handled the appeal, nobody rates with it.
 */
@ApplicationScoped
class RateByCode {
    private final OpenForCommand open;
    private final RateAppeal rate;
    private final AppealAccess access;
    private final AppealOutlines outlines;

    RateByCode(OpenForCommand open, RateAppeal rate, AppealAccess access, AppealOutlines outlines) {
        this.open = open;
        this.rate = rate;
        this.access = access;
        this.outlines = outlines;
    }

    /** @throws DomainException CODE_OF_HANDLER */
    @Transactional
    AppealOutline rate(UUID id, NewRating said) {
        CommandContext context = open.byQueryCode(id, AppealCommand.RATE);
        if (access.isFiledByHandler(context.appeal())) {
            throw new DomainException(AppealProblem.CODE_OF_HANDLER);
        }
        return outlines.outline(rate.rate(context, said, Rater.BY_CODE));
    }
}
