package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.EmergencyJudged;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.ExpiryHandler;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** Nobody of the centre has judged an emergency in time: it is one. */
@ApplicationScoped
public class ConfirmEmergencyBySilence implements ExpiryHandler {
    private final Emergencies emergencies;

    public ConfirmEmergencyBySilence(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public ClockType type() {
        return ClockType.EMERGENCY;
    }

    @Override
    public List<AppealEvent> expired(Appeal appeal, TimeContext atDue) {
        if (emergencies.open(appeal).isEmpty()) {
            return List.of();
        }
        emergencies.confirmBySilence(appeal, atDue);
        return List.of(
                new EmergencyJudged(appeal.standing(), atDue.at(), EmergencyOutcome.CONFIRMED_BY_SILENCE.name()));
    }
}
