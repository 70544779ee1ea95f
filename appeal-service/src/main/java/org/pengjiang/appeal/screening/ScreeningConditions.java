package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.appeal.model.screening.Supplements;
import org.pengjiang.kit.identity.Caller;

/** When the commands of the screening are offered. */
@ApplicationScoped
class ScreeningConditions implements CommandCondition {
    private final Supplements supplements;
    private final Rejections rejections;
    private final Objections objections;
    private final Emergencies emergencies;
    private final Clock clock;

    ScreeningConditions(
            Supplements supplements,
            Rejections rejections,
            Objections objections,
            Emergencies emergencies,
            Clock clock) {
        this.supplements = supplements;
        this.rejections = rejections;
        this.objections = objections;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public Set<AppealCommand> commands() {
        return EnumSet.of(
                AppealCommand.REQUEST_SUPPLEMENT,
                AppealCommand.SUPPLEMENT,
                AppealCommand.REQUEST_REJECTION,
                AppealCommand.REJECT,
                AppealCommand.REFUSE_REJECTION,
                AppealCommand.OBJECT_TO_REJECTION,
                AppealCommand.UPHOLD_OBJECTION,
                AppealCommand.DISMISS_OBJECTION,
                AppealCommand.ANSWER_DIRECTLY,
                AppealCommand.CONFIRM_EMERGENCY,
                AppealCommand.REFUSE_EMERGENCY);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case REQUEST_SUPPLEMENT -> supplements.of(appeal).isEmpty();
            case SUPPLEMENT -> Filers.maySpeak(appeal, capacities);
            case REQUEST_REJECTION -> rejections.open(appeal).isEmpty();
            case REJECT, REFUSE_REJECTION ->
                rejections
                        .open(appeal)
                        .filter(asked -> isOfAnother(asked.askedBy(), caller))
                        .isPresent();
            case OBJECT_TO_REJECTION ->
                Filers.maySpeak(appeal, capacities)
                        && objections.of(appeal).isEmpty()
                        && objections.isInTime(appeal, Instant.now(clock));
            case UPHOLD_OBJECTION, DISMISS_OBJECTION ->
                objections
                        .open(appeal)
                        .filter(asked -> !objections.barred(appeal, asked).contains(caller.subject()))
                        .isPresent();
            case ANSWER_DIRECTLY -> appeal.filing().nature() == Nature.CONSULTATION;
            case CONFIRM_EMERGENCY, REFUSE_EMERGENCY -> emergencies.open(appeal).isPresent();
            default -> true;
        };
    }

    private static boolean isOfAnother(String account, Caller caller) {
        return !account.equals(caller.subject());
    }
}
