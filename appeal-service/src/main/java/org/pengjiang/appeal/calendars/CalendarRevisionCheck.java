package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pengjiang.appeal.model.problem.CalendarProblem;
import org.pengjiang.appeal.model.publication.RootDivision;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.CalendarDataException;
import org.pengjiang.calendar.CalendarFault;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.LocalDay;
import org.pengjiang.calendar.NationalYear;
import org.pengjiang.calendar.OfficeHours;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.WorkingInterval;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.Finding;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Turns what somebody wants to publish into the calendar that results, or names everything that is wrong with it. */
@ApplicationScoped
class CalendarRevisionCheck {
    private final WorkCalendar calendars;
    private final Clock clock;
    private final RootDivision root;

    CalendarRevisionCheck(WorkCalendar calendars, Clock clock, RootDivision root) {
        this.calendars = calendars;
        this.clock = clock;
        this.root = root;
    }

    /**
     * @param held what the division has published so far
     * @throws DomainException VALUE_UNACCEPTABLE with every fault
     */
    private CalendarRevision read(DivisionCode division, long revision, CalendarAdditions held, NewPublication wanted) {
        List<Fault> faults = new ArrayList<>();
        CalendarAdditions added = added(wanted, faults);
        withdrawals(held, wanted, faults);
        days(wanted, faults);
        years(division, wanted, faults);
        if (added.isEmpty() && wanted.withdrawn().isEmpty() && wanted.excluded().isEmpty()) {
            faults.add(Fault.at("", CalendarProblem.PUBLICATION_CHANGES_NOTHING));
        }
        CalendarAdditions next = held.withoutLocalDays(wanted.withdrawn()).with(added);
        CalendarVersion after = checked(division, revision, next, wanted, faults);
        CalendarRevision revised = new CalendarRevision(division, revision, next, calendars.of(division), after);
        daysOver(revised, wanted, faults);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return revised;
    }

    /** On top of what the division has published so far. */
    CalendarRevision read(DivisionCode division, Optional<DivisionCalendar> held, NewPublication wanted) {
        return read(
                division,
                held.map(DivisionCalendar::revision).orElse(0L) + 1,
                held.map(DivisionCalendar::additions).orElse(CalendarAdditions.NONE),
                wanted);
    }

    /** What the publication itself brings, without what stood before. */
    CalendarAdditions added(NewPublication wanted) {
        return added(wanted, new ArrayList<>());
    }

    private static CalendarAdditions added(NewPublication wanted, List<Fault> faults) {
        List<NationalYear> years = wanted.nationalYears().stream()
                .map(year -> new NationalYear(year.year(), false, year.daysOff(), year.makeUpDays(), year.source()))
                .toList();
        List<LocalDay> days = new ArrayList<>();
        for (int i = 0; i < wanted.suspensions().size(); i++) {
            NewPublication.NewLocalDay day = wanted.suspensions().get(i);
            String document = day.documentNo() == null ? wanted.documentNo() : day.documentNo();
            days.add(new LocalDay(day.date(), intervals(day.windows(), "/localDays/" + i + "/open", faults), document));
        }
        List<OfficeHours> hours = new ArrayList<>();
        for (int i = 0; i < wanted.hours().size(); i++) {
            NewPublication.NewHours own = wanted.hours().get(i);
            List<WorkingInterval> open = intervals(own.intervals(), "/officeHours/" + i + "/intervals", faults);
            hours.add(new OfficeHours(own.from(), open, Boolean.TRUE.equals(own.assumption())));
        }
        return new CalendarAdditions(years, days, hours);
    }

    private static List<WorkingInterval> intervals(List<String> texts, String pointer, List<Fault> faults) {
        List<WorkingInterval> intervals = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String place = pointer + "/" + i;
            String text = texts.get(i);
            WorkingInterval.parse(text)
                    .ifPresentOrElse(
                            intervals::add,
                            () -> faults.add(Fault.at(
                                    place, finding(new CalendarFault(place, CalendarFault.Code.HOURS_INVALID, text)))));
        }
        return intervals;
    }

    private static void withdrawals(CalendarAdditions held, NewPublication wanted, List<Fault> faults) {
        Set<LocalDate> own = held.localDays().stream().map(LocalDay::date).collect(Collectors.toSet());
        for (int i = 0; i < wanted.withdrawn().size(); i++) {
            LocalDate date = wanted.withdrawn().get(i);
            if (!own.contains(date)) {
                faults.add(Fault.at("/withdrawnLocalDays/" + i, CalendarProblem.LOCAL_DAY_UNKNOWN, date));
            }
        }
    }

    /** What is over is not counted anew: of a day before today only a ground for exclusion is kept. */
    private void days(NewPublication wanted, List<Fault> faults) {
        LocalDate today = ShanghaiTime.date(Instant.now(clock));
        Predicate<LocalDate> isPast = date -> date.isBefore(today);
        past("/localDays/%d/date", wanted.suspensions(), day -> isPast.test(day.date()), faults);
        past("/withdrawnLocalDays/%d", wanted.withdrawn(), isPast, faults);
        past("/officeHours/%d/from", wanted.hours(), own -> isPast.test(own.from()), faults);
        List<LocalDate> excluded = wanted.exclusionDays() == null ? List.of() : wanted.exclusionDays();
        for (int i = 0; i < excluded.size(); i++) {
            if (!isPast.test(excluded.get(i))) {
                faults.add(Fault.at("/exclusionDays/" + i, CalendarProblem.EXCLUSION_DAY_NOT_PAST));
            }
        }
    }

    private static <T> void past(String pointer, List<T> items, Predicate<T> isPast, List<Fault> faults) {
        for (int i = 0; i < items.size(); i++) {
            if (isPast.test(items.get(i))) {
                faults.add(Fault.at(pointer.formatted(i), CalendarProblem.CALENDAR_DAY_PAST));
            }
        }
    }

    /** Only the root replaces a notice of the State Council that is known, also one that the division itself has loaded. */
    private void years(DivisionCode division, NewPublication wanted, List<Fault> faults) {
        if (root.is(division)) {
            return;
        }
        List<Integer> loaded = calendars.of(division).coverage().loadedYears();
        for (int i = 0; i < wanted.nationalYears().size(); i++) {
            Integer year = wanted.nationalYears().get(i).year();
            if (loaded.contains(year)) {
                faults.add(Fault.at("/years/" + i + "/year", CalendarProblem.NATIONAL_YEAR_LOADED, year.toString()));
            }
        }
    }

    /** Where the notices are known, no day that is over gets other hours. */
    private void daysOver(CalendarRevision revised, NewPublication wanted, List<Fault> faults) {
        LocalDate today = ShanghaiTime.date(Instant.now(clock));
        List<Integer> years = wanted.nationalYears().stream()
                .map(NewPublication.NewYear::year)
                .toList();
        Map<Integer, LocalDate> first = new TreeMap<>();
        revised.changedDays().stream()
                .map(CalendarRevision.ChangedDay::date)
                .filter(date ->
                        date.isBefore(today) && revised.before().coverage().isLoaded(date))
                // a notice may reach into the December before it
                .forEach(date -> first.putIfAbsent(
                        Math.max(years.indexOf(date.getYear()), years.indexOf(date.getYear() + 1)), date));
        // hours and local days name their own days
        first.remove(-1);
        first.forEach((index, date) ->
                faults.add(Fault.at("/years/" + index, CalendarProblem.NATIONAL_YEAR_DAY_OVER, date.toString())));
    }

    private CalendarVersion checked(
            DivisionCode division, long revision, CalendarAdditions next, NewPublication wanted, List<Fault> faults) {
        CalendarVersion after = calendars.of(division);
        try {
            after = CalendarVersion.of(calendars.with(division, revision, next)).allowingProvisional();
            calendars
                    .contradictionsBelow(division, revision, next)
                    .forEach((below, found) -> faults.add(Fault.at(
                            "",
                            CalendarProblem.CALENDAR_BELOW_CONTRADICTED,
                            below,
                            found.stream()
                                    .map(fault -> fault.where() + ": " + fault.detail())
                                    .collect(Collectors.joining("; ")))));
        } catch (CalendarDataException refused) {
            // an interval that could not be read is named by its own place already, not again as a missing one
            Set<String> places =
                    new LinkedHashSet<>(faults.stream().map(Fault::pointer).toList());
            for (CalendarFault fault : refused.faults()) {
                String pointer = pointer(fault.where(), wanted);
                if (places.stream().noneMatch(place -> place.startsWith(pointer + "/") && !pointer.isEmpty())) {
                    faults.add(Fault.at(pointer, finding(fault)));
                }
            }
        }
        return after;
    }

    /** The library names entries of a file; the caller has sent a body. */
    private static String pointer(String where, NewPublication wanted) {
        List<NewPublication.NewYear> years = wanted.nationalYears();
        for (int i = 0; i < years.size(); i++) {
            String year = Integer.toString(years.get(i).year());
            if (where.equals(year)) {
                return "/years/" + i + "/year";
            } else if (where.equals(year + " source")) {
                return "/years/" + i + "/source";
            } else if (where.equals(year + " weekdayOff")) {
                return "/years/" + i + "/daysOff";
            } else if (where.equals(year + " weekendWork")) {
                return "/years/" + i + "/makeUpDays";
            }
        }
        for (int i = 0; i < years.size(); i++) {
            // a day that is both off and worked
            if (years.get(i).makeUpDays().stream().anyMatch(date -> where.equals(date.toString()))) {
                return "/years/" + i + "/makeUpDays";
            }
        }
        for (int i = wanted.suspensions().size() - 1; i >= 0; i--) {
            if (where.equals("local " + wanted.suspensions().get(i).date())) {
                return "/localDays/" + i;
            }
        }
        for (int i = wanted.hours().size() - 1; i >= 0; i--) {
            if (where.equals("hours " + wanted.hours().get(i).from())) {
                return "/officeHours/" + i;
            }
        }
        return "";
    }

    private static Finding finding(CalendarFault fault) {
        return new Finding(fault.code().name(), fault.detail(), fault.detailZh());
    }
}
