package org.pengjiang.appeal.calendars;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.OneLine;

/** What a division publishes about its working days. At least one of the lists says something. */
@Schema(name = "NewCalendarPublication")
record NewPublication(
        @NotNull @OneLine(max = 200) @Schema(description = "Number of the document that orders it (文号)")
        String documentNo,

        @Size(max = 20) @Schema(
                description =
                        "National years (全年放假安排); only a year of which no notice is loaded; at the root of the deployment one replaces what was known there and below, except days that are over")
        @Nullable List<@Valid @NotNull NewYear> years,

        @Size(max = 400) @Schema(
                description =
                        "Days that the division suspends or shortens, such as a typhoon stop; today or later (停工日)")
        @Nullable List<@Valid @NotNull NewLocalDay> localDays,

        @Size(max = 400) @Schema(description = "Dates of own local days that are taken back (撤销停工日)") @Nullable List<@NotNull LocalDate> withdrawnLocalDays,

        @Size(max = 20) @Schema(description = "Office hours from a date on, today or later (办公时间)") @Nullable List<@Valid @NotNull NewHours> officeHours,

        @Size(max = 400) @Schema(
                description =
                        "Days before today on which force majeure stopped work: a ground to leave out what was late, which moves no due (不可抗力日)")
        @Nullable List<@NotNull LocalDate> exclusionDays) {

    /** The State Council's notice for a year. */
    @Schema(name = "NewCalendarYear")
    record NewYear(
            @NotNull Integer year,

            @NotNull @Size(max = 200) @Schema(description = "Days off among Monday to Friday; weekends among them do no harm")
            List<@NotNull LocalDate> daysOff,

            @NotNull @Size(max = 100) @Schema(description = "Saturdays and Sundays worked (调休上班日)")
            List<@NotNull LocalDate> makeUpDays,

            @NotNull @OneLine(max = 200) @Schema(description = "Address on gov.cn or document number of the notice")
            String source) {}

    /** A day on which the division itself stops or shortens work. */
    @Schema(name = "NewLocalDay")
    record NewLocalDay(
            @NotNull LocalDate date,

            @Size(max = 10) @Schema(description = "What stays open, such as 08:30-12:00; nothing: the whole day is suspended")
            @Nullable List<@NotNull @OneLine(max = 40) String> open,

            @OneLine(max = 200) @Schema(description = "When it is another document than the publication's") @Nullable String documentNo) {
        List<String> windows() {
            return open == null ? List.of() : open;
        }
    }

    /** Hours of a working day. */
    @Schema(name = "NewOfficeHours")
    record NewHours(
            @NotNull LocalDate from,

            @NotNull @Size(max = 10) @Schema(description = "In order, such as 08:30-12:00 and 14:30-17:30")
            List<@NotNull @OneLine(max = 40) String> intervals,

            @Schema(description = "True while the district has not confirmed them (假设)") @Nullable Boolean assumption) {}

    List<NewYear> nationalYears() {
        return years == null ? List.of() : years;
    }

    List<NewLocalDay> suspensions() {
        return localDays == null ? List.of() : localDays;
    }

    List<LocalDate> withdrawn() {
        return withdrawnLocalDays == null ? List.of() : withdrawnLocalDays;
    }

    List<LocalDate> excluded() {
        return exclusionDays == null
                ? List.of()
                : exclusionDays.stream().distinct().sorted().toList();
    }

    List<NewHours> hours() {
        return officeHours == null ? List.of() : officeHours;
    }
}
