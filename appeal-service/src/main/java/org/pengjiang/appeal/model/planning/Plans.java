package org.pengjiang.appeal.model.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The plans of an appeal; a later one takes the place of the one before. */
@ApplicationScoped
public class Plans {
    private final AppealParts parts;

    public Plans(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException CONTACT_NEEDED */
    public Plan handIn(Appeal appeal, String text, String account, TimeContext now) {
        appeal.require(AppealCommand.HAND_IN_PLAN);
        if (!appeal.progress().isReached()) {
            throw new DomainException(AppealProblem.CONTACT_NEEDED);
        }
        Plan plan = new Plan(appeal, parts.nextSeq(appeal, Plan.class), text, account, now.at());
        appeal.note(AppealCommand.HAND_IN_PLAN, now);
        parts.add(plan);
        return plan;
    }

    public List<Plan> of(Appeal appeal) {
        return appeal.handler().isEmpty() ? List.of() : parts.of(appeal, Plan.class);
    }
}
