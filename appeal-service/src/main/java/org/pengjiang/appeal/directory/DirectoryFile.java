package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableProblem;
import org.pengjiang.kit.table.TableRow;
import org.pengjiang.kit.table.TableRows;

/** Reads a directory from a table, or names every fault of every row. */
@ApplicationScoped
class DirectoryFile {
    private final RuleCheck rules;

    DirectoryFile(RuleCheck rules) {
        this.rules = rules;
    }

    /**
     * A rule as the file wants it.
     *
     * @param validity begins on the day from which the directory holds, or later
     */
    record Item(
            TableRow row,
            DivisionCode area,
            String category,
            String unitCode,
            DispatchRule.Validity validity,
            @Nullable String note,
            boolean assumption) {
        String place() {
            return area.value() + " " + category;
        }

        /** A rule of that place says the same from a moment on, in the same time to the second. */
        boolean isSaidBy(DispatchRule rule, Instant from) {
            Optional<Instant> end = Optional.ofNullable(validity.to()).map(last -> start(last.plusDays(1)));
            return later(rule.beginsAt(), from).equals(later(start(validity.from()), from))
                    && rule.endsAt().equals(end)
                    && rule.unitCode().equals(unitCode)
                    && Objects.equals(rule.note(), note)
                    && rule.isAssumption() == assumption;
        }

        private static Instant start(LocalDate day) {
            return ShanghaiTime.instant(day.atStartOfDay());
        }

        private static Instant later(Instant one, Instant other) {
            return one.isBefore(other) ? other : one;
        }
    }

    /** @param over rows whose last day lies before the day from which the directory holds */
    record Contents(List<Item> items, int rows, int over) {}

    /** @throws org.pengjiang.kit.problem.DomainException ROWS_REFUSED */
    Contents read(TableRows rows, LocalDate from, DivisionScope scope) {
        Set<String> units = new HashSet<>();
        rows.forEach(row -> units.add(row.keyIn(DirectoryColumns.UNIT)));
        RuleCheck.Against against = rules.against(scope, units);
        List<Item> items = new ArrayList<>();
        for (TableRow row : rows) {
            Item item = row.isWhole() ? item(row, from, against) : null;
            if (item != null) {
                items.add(item);
            }
        }
        List<Item> applying = items.stream()
                .filter(item ->
                        item.validity().to() == null || !item.validity().to().isBefore(from))
                .toList();
        nameOverlaps(applying);
        rows.requireGood();
        return new Contents(applying, rows.size(), items.size() - applying.size());
    }

    private static @Nullable Item item(TableRow row, LocalDate from, RuleCheck.Against against) {
        DivisionCode area = row.get(DirectoryColumns.DIVISION);
        String category = row.get(DirectoryColumns.CATEGORY);
        String unit = row.get(DirectoryColumns.UNIT);
        LocalDate first = row.get(DirectoryColumns.VALID_FROM);
        LocalDate last = row.get(DirectoryColumns.VALID_TO);
        String note = row.get(DirectoryColumns.NOTE);
        Boolean assumption = row.get(DirectoryColumns.ASSUMPTION);
        LocalDate begins = first == null || first.isBefore(from) ? from : first;
        against.faults(area, category, unit, begins).forEach(fault -> row.fault(columnOf(fault), fault));
        RuleCheck.faultsOfDays(first, last).forEach(fault -> row.fault(columnOf(fault), fault));
        if (area == null || category == null || unit == null) {
            return null;
        }
        return new Item(
                row,
                area,
                category,
                unit,
                new DispatchRule.Validity(begins, last),
                note,
                Boolean.TRUE.equals(assumption));
    }

    private static Column<?> columnOf(Fault fault) {
        return switch (fault.pointer()) {
            case "/divisionCode" -> DirectoryColumns.DIVISION;
            case "/category" -> DirectoryColumns.CATEGORY;
            case "/unitCode" -> DirectoryColumns.UNIT;
            default -> DirectoryColumns.VALID_TO;
        };
    }

    /** One unit for one category in one area on one day. The later row of two bears the fault. */
    private static void nameOverlaps(List<Item> items) {
        Map<String, Item> furthest = new HashMap<>();
        List<Item> byFirstDay = items.stream()
                .sorted(Comparator.comparing((Item item) -> item.validity().from())
                        .thenComparing(item -> item.row().no()))
                .toList();
        for (Item item : byFirstDay) {
            Item before = furthest.putIfAbsent(item.place(), item);
            if (before == null) {
                continue;
            }
            if (!end(before).isBefore(item.validity().from())) {
                boolean isLater = item.row().no() > before.row().no();
                Item later = isLater ? item : before;
                Item earlier = isLater ? before : item;
                boolean isSame = later.validity().equals(earlier.validity())
                        && later.unitCode().equals(earlier.unitCode());
                later.row()
                        .fault(
                                DirectoryColumns.CATEGORY,
                                isSame ? TableProblem.DUPLICATE_ROW : DispatchProblem.RULES_OVERLAP,
                                earlier.row().no());
            }
            if (end(item).isAfter(end(before))) {
                furthest.put(item.place(), item);
            }
        }
    }

    private static LocalDate end(Item item) {
        return item.validity().to() == null ? LocalDate.MAX : item.validity().to();
    }
}
