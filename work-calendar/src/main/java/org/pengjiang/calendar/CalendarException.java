package org.pengjiang.calendar;

import java.util.Objects;

/** A question the calendar refuses to answer, with a stable code. */
public class CalendarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CalendarErrorCode code;

    CalendarException(CalendarErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public CalendarErrorCode code() {
        return code;
    }

    public String detail() {
        return Objects.requireNonNullElse(getMessage(), code.name());
    }

    public String detailZh() {
        return code.detailZh();
    }
}
