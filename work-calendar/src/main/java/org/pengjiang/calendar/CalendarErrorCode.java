package org.pengjiang.calendar;

/** Stable codes a caller may map to its own answer; the names never change. */
public enum CalendarErrorCode {
    /** The answer touches a day whose year has no published list, and the caller did not ask for provisional results. */
    CALENDAR_NOT_LOADED("所需年份的放假通知尚未载入"),
    /** A moment or a result lies outside 2000-01-01 to 2099-12-31. */
    CALENDAR_HORIZON_EXCEEDED("超出日历范围（2000年至2099年）"),
    /** Calendar data was refused; {@link CalendarDataException#faults()} names every fault. */
    CALENDAR_DATA_INVALID("日历数据有误"),
    /** An amount is negative or larger than a century. */
    AMOUNT_OUT_OF_RANGE("数量不在允许范围内"),
    /** A target's unit does not allow what was asked, such as rolling working minutes forward. */
    TARGET_INVALID("该计时单位不能顺延"),
    /** A span ends before it begins. */
    SPAN_REVERSED("结束时间早于开始时间"),
    /** The clock is not in the state this step needs, such as resuming one that runs. */
    CLOCK_STATE("计时状态不允许该操作"),
    /** A step lies before the clock's last one. */
    CLOCK_TIME_REVERSED("操作时间早于上一次操作");

    private final String detailZh;

    CalendarErrorCode(String detailZh) {
        this.detailZh = detailZh;
    }

    String detailZh() {
        return detailZh;
    }
}
