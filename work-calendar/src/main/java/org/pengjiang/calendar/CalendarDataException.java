package org.pengjiang.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** Calendar data that was refused as a whole; nothing of it was taken. */
public final class CalendarDataException extends CalendarException {

    private static final long serialVersionUID = 1L;

    private final transient List<CalendarFault> faults;

    CalendarDataException(List<CalendarFault> faults) {
        super(
                CalendarErrorCode.CALENDAR_DATA_INVALID,
                faults.stream()
                        .map(fault -> fault.where() + ": " + fault.detail())
                        .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault found, in the order of the data. Never empty. */
    public List<CalendarFault> faults() {
        return faults;
    }

    @Override
    public String detailZh() {
        return faults.stream()
                .map(fault -> fault.where() + "：" + fault.detailZh())
                .collect(Collectors.joining("；"));
    }
}
