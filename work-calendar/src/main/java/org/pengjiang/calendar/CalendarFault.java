package org.pengjiang.calendar;

/**
 * One fault of calendar data.
 *
 * @param where the line of a file ({@code line 12}) or the entry it stands in ({@code 2026 weekendWork})
 * @param code what is wrong, stable
 * @param value the offending value; empty when something is missing
 */
public record CalendarFault(String where, Code code, String value) {

    /** Stable codes of data faults. */
    public enum Code {
        SYNTAX("an entry reads key=value", "每行应为“键=值”"),
        UNKNOWN_KEY("unknown key", "未知的键"),
        TEXT_INVALID("one line of at most 200 characters is needed", "应为一行，不超过200个字符"),
        TOO_LARGE("a calendar file has at most a million characters", "日历文件不得超过一百万个字符"),
        VERSION_MISSING("a version id is needed", "缺少版本号"),
        YEAR_OUT_OF_RANGE("years 2000 to 2099 are possible", "年份应在2000至2099年之间"),
        YEAR_MIXED("a year without a notice has statutory days only", "尚无放假通知的年份只能有法定节日"),
        LISTS_MISSING("a year needs weekdayOff and weekendWork, or statutory", "须给出放假日和调休上班日，或仅给出法定节日"),
        DATE_INVALID("no such date", "日期不存在"),
        DUPLICATE("this stands twice", "重复"),
        DATE_OUTSIDE_YEAR("neither in this year nor in the December before it", "日期不在该年度或上一年十二月"),
        DAY_OFF_AND_WORKED("this day is both off and worked", "同一天既放假又上班"),
        MAKE_UP_DAY_IS_A_WEEKDAY("only a Saturday or Sunday can be a make-up day", "调休上班日只能是周六或周日"),
        SOURCE_MISSING("the notice's official address or document number is needed", "缺少通知的官方网址或文号"),
        SOURCE_NOT_OFFICIAL("an address on gov.cn or a document number is needed", "来源须为gov.cn网址或文号"),
        WEEK_EMPTY("at least one weekday must be worked", "每周至少有一个工作日"),
        WEEKDAY_UNKNOWN("MON to SUN are possible", "星期应为MON至SUN"),
        HOURS_MISSING("at least one working interval is needed", "至少需要一个工作时段"),
        HOURS_INVALID(
                "intervals read 08:30-12:00 and follow each other without overlap", "工作时段应如08:30-12:00，依次排列且互不重叠"),
        DOCUMENT_MISSING("the number of the document that ordered it is needed", "缺少文件文号"),
        NO_WORKING_TIME("no day of the calendar has any working time", "日历中没有任何工作时间");

        private final String text;
        private final String textZh;

        Code(String text, String textZh) {
            this.text = text;
            this.textZh = textZh;
        }
    }

    public String detail() {
        return value.isEmpty() ? code.text : code.text + ": " + value;
    }

    public String detailZh() {
        return value.isEmpty() ? code.textZh : code.textZh + "：" + value;
    }
}
