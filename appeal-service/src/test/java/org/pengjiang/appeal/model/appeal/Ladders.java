package org.pengjiang.appeal.model.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.EscalationRecipient;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy.ClassRung;
import org.pengjiang.calendar.Target;

/** The rungs as in production; a test of the policies compares them with the database. */
public final class Ladders {
    private static final Set<EscalationRecipient> RESPONSIBLE = Set.of(EscalationRecipient.RESPONSIBLE);
    private static final Set<EscalationRecipient> HEAD_TOO =
            Set.of(EscalationRecipient.RESPONSIBLE, EscalationRecipient.HEAD);
    private static final Set<EscalationRecipient> HEAD = Set.of(EscalationRecipient.HEAD);
    private static final Set<EscalationRecipient> SUPERVISION =
            Set.of(EscalationRecipient.HEAD, EscalationRecipient.SUPERVISOR);
    private static final Set<EscalationRecipient> LEADER =
            Set.of(EscalationRecipient.SUPERVISOR, EscalationRecipient.LEADER);

    private Ladders() {}

    public static List<ClassRung> rungs() {
        List<ClassRung> rungs = new ArrayList<>();
        for (ClockType type : List.of(ClockType.CONTACT, ClockType.RESOLVE, ClockType.LIMIT)) {
            rungs.add(upToDue(null, type, 50, RESPONSIBLE, 0, 0));
            rungs.add(upToDue(null, type, 80, HEAD_TOO, 0, 0));
        }
        rungs.add(upToDue(null, ClockType.CONTACT, ClockType.DUE, SUPERVISION, 0, 0));
        rungs.add(upToDue(null, ClockType.RESOLVE, ClockType.DUE, SUPERVISION, 0, 1));
        rungs.add(upToDue(null, ClockType.LIMIT, ClockType.DUE, SUPERVISION, 1, 2));
        for (TimeClass hard : List.of(TimeClass.P0, TimeClass.P1, TimeClass.S)) {
            rungs.add(upToDue(hard, ClockType.LIMIT, 50, RESPONSIBLE, 0, 0));
            rungs.add(upToDue(hard, ClockType.LIMIT, 80, HEAD_TOO, 0, 0));
            rungs.add(upToDue(hard, ClockType.LIMIT, ClockType.DUE, SUPERVISION, 1, 3));
        }
        rungs.add(afterDue(101, 1, HEAD, 0));
        rungs.add(afterDue(102, 3, SUPERVISION, 2));
        rungs.add(afterDue(103, 5, LEADER, 3));
        rungs.add(afterDue(104, 10, LEADER, 4));
        for (ClockType step :
                List.of(ClockType.ACCEPT, ClockType.DISPATCH, ClockType.SIGN, ClockType.PLAN, ClockType.REVIEW)) {
            boolean signsItself = step == ClockType.SIGN || step == ClockType.PLAN;
            rungs.add(upToDue(null, step, 50, RESPONSIBLE, 0, 0));
            rungs.add(upToDue(null, step, 80, RESPONSIBLE, 0, 0));
            rungs.add(upToDue(
                    null, step, ClockType.DUE, signsItself ? Set.of() : Set.of(EscalationRecipient.SUPERVISOR), 0, 0));
        }
        return rungs;
    }

    private static ClassRung upToDue(
            @Nullable TimeClass timeClass,
            ClockType clock,
            int percent,
            Set<EscalationRecipient> tells,
            int raiseBy,
            int raiseTo) {
        return new ClassRung(timeClass, new Rung(clock, percent, null, tells, raiseBy, raiseTo));
    }

    private static ClassRung afterDue(int level, long workingDays, Set<EscalationRecipient> tells, int raiseTo) {
        return new ClassRung(
                null, new Rung(ClockType.RESOLVE, level, Target.endOfWorkday(workingDays), tells, 0, raiseTo));
    }
}
