package org.pengjiang.appeal.supervising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.Fault;

/** Until when the head reports: a number of working days, or the working day at whose end it is due. */
record ReportDue(@Nullable Integer workingDays, @Nullable LocalDate dueOn) {
    /** Of working days that a report may take. */
    static final int MOST = 60;

    List<Fault> faults(TimeContext now) {
        List<Fault> faults = new ArrayList<>();
        if ((workingDays == null) == (dueOn == null)) {
            faults.add(Fault.at("/workingDays", AppealProblem.ORDER_DUE_NOT_ONE));
        } else if (dueOn != null && !isUsable(dueOn, now)) {
            faults.add(Fault.at("/dueOn", AppealProblem.ORDER_DUE_UNUSABLE));
        }
        return faults;
    }

    private static boolean isUsable(LocalDate day, TimeContext now) {
        LocalDate today = ShanghaiTime.date(now.at());
        return day.isAfter(today)
                && day.isBefore(today.plusYears(1))
                && now.calendar().isWorkday(day)
                && now.calendar().workdaysBetween(today, day) <= MOST;
    }

    /** Without faults. */
    int workingDays(TimeContext now) {
        return workingDays != null
                ? workingDays
                : now.calendar().workdaysBetween(ShanghaiTime.date(now.at()), Objects.requireNonNull(dueOn));
    }
}
