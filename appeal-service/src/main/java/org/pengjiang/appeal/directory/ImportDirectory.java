package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.appeal.events.DispatchRuleEnded;
import org.pengjiang.appeal.model.directory.DispatchProblem;
import org.pengjiang.appeal.model.directory.DispatchRule;
import org.pengjiang.appeal.model.directory.DispatchRules;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.table.TableRows;

/**
 * Makes a table the whole directory of a district from a day on: what the table does not say ends on the day before, what
 * stands already stays, the rest is entered. All in one transaction, or nothing. A dry run goes the same way and stops before it
 * writes.
 */
@ApplicationScoped
class ImportDirectory {
    private final DirectoryFile file;
    private final DispatchRules rules;
    private final EventLog log;
    private final Clock clock;

    ImportDirectory(DirectoryFile file, DispatchRules rules, EventLog log, Clock clock) {
        this.file = file;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    DirectoryImportView run(TableRows table, String district, LocalDate from, boolean dryRun, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        if (from.isBefore(today)) {
            throw dayIsOver();
        }
        DivisionCode area = DivisionCode.parse(district);
        DivisionScope scope = DivisionScope.of(area);
        DirectoryFile.Contents contents = file.read(table, from, scope);
        if (!dryRun) {
            rules.lockDirectory(area);
        }
        Instant now = Instant.now(clock);
        Instant begins = ShanghaiTime.instant(from.atStartOfDay());
        Instant moment = begins.isBefore(now) ? now : begins;
        List<DispatchRule> standing = rules.applyingFrom(scope, moment, !dryRun);
        Map<String, List<DispatchRule>> byPlace =
                standing.stream().collect(Collectors.groupingBy(ImportDirectory::place));
        List<DirectoryFile.Item> added = new ArrayList<>();
        Set<DispatchRule> kept = new HashSet<>();
        for (DirectoryFile.Item item : contents.items()) {
            byPlace.getOrDefault(item.place(), List.of()).stream()
                    .filter(rule -> item.isSaidBy(rule, moment))
                    .findFirst()
                    .ifPresentOrElse(kept::add, () -> added.add(item));
        }
        List<DispatchRule> ended =
                standing.stream().filter(rule -> !kept.contains(rule)).toList();
        if (!ended.isEmpty() && from.equals(today)) {
            // what was dispatched today stays explained
            throw dayIsOver();
        }
        DirectoryImportView view = DirectoryImportView.of(from, dryRun, contents, kept.size(), added, ended);
        if (!dryRun) {
            end(ended, from.minusDays(1), now);
            enter(added, caller);
        }
        return view;
    }

    private void end(List<DispatchRule> ended, LocalDate lastDay, Instant now) {
        List<EventLog.Change> changes = new ArrayList<>();
        for (DispatchRule rule : ended) {
            rule.end(lastDay, now);
            changes.add(new EventLog.Change(
                    rule, new DispatchRuleEnded(rule.id(), Objects.requireNonNull(rule.validTo()))));
        }
        log.appendAll(changes);
        rules.storeEnds();
    }

    private void enter(List<DirectoryFile.Item> added, Caller caller) {
        DispatchRule.Entered entered = new DispatchRule.Entered(caller.subject(), Instant.now(clock));
        List<DispatchRule> entering = added.stream()
                .map(item -> new DispatchRule(
                        item.area(),
                        item.category(),
                        item.unitCode(),
                        item.validity(),
                        item.note(),
                        item.assumption(),
                        entered))
                .toList();
        log.appendAll(entering.stream()
                .map(rule -> new EventLog.Change(rule, EnterDispatchRule.entered(rule)))
                .toList());
        entering.forEach(rules::add);
    }

    /** Several rules of one place may follow one another, also within a day. */
    private static String place(DispatchRule rule) {
        return rule.division().value() + " " + rule.category();
    }

    private static DomainException dayIsOver() {
        return new DomainException(
                KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("query:effectiveFrom", DispatchProblem.DATE_PAST)));
    }
}
