package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The centre asks once for what is missing; the promises of the reply wait for it. */
@ApplicationScoped
public class Supplements {
    private final AppealParts parts;

    public Supplements(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException SUPPLEMENT_ASKED_BEFORE: once in an appeal */
    public SupplementRequest request(Appeal appeal, List<String> missing, String account, TimeContext now) {
        appeal.require(AppealCommand.REQUEST_SUPPLEMENT);
        if (of(appeal).isPresent()) {
            throw new DomainException(AppealProblem.SUPPLEMENT_ASKED_BEFORE);
        }
        SupplementRequest request = new SupplementRequest(appeal, 1, missing, account, now.at());
        appeal.advance(AppealCommand.REQUEST_SUPPLEMENT, AppealState.SUPPLEMENT, now);
        parts.add(request);
        return request;
    }

    /** The promises go on at once, and the centre has its time to accept anew. */
    public SupplementRequest supply(Appeal appeal, String text, String account, TimeContext now) {
        appeal.require(AppealCommand.SUPPLEMENT);
        SupplementRequest request = of(appeal).orElseThrow();
        request.supply(text, account, now.at());
        appeal.advance(AppealCommand.SUPPLEMENT, AppealState.SUBMITTED, now);
        appeal.waitForCentre(now);
        return request;
    }

    void lapse(Appeal appeal, TimeContext atEnd) {
        of(appeal).ifPresent(request -> request.lapse(atEnd.at()));
        appeal.advance(AppealCommand.LET_LAPSE, AppealState.WITHDRAWN, atEnd);
    }

    public Optional<SupplementRequest> of(Appeal appeal) {
        return parts.newest(appeal, SupplementRequest.class);
    }

    /** When it ended because nothing was supplied. */
    public Optional<Instant> lapsedAt(Appeal appeal) {
        return of(appeal)
                .filter(request -> request.outcome() == SupplementOutcome.LAPSED)
                .flatMap(SupplementRequest::endedAt);
    }
}
