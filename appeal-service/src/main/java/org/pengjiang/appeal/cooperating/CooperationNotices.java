package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.CoordinationDeclined;
import org.pengjiang.appeal.events.CotaskFinished;
import org.pengjiang.appeal.events.CotaskRuled;
import org.pengjiang.appeal.events.CotaskWaived;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** The lead and the units that help hear of what the other has done; what waits for them they hear by its task. */
@ApplicationScoped
class CooperationNotices implements NoticeSource {
    private static final String FINISHED = "cotask-finished";
    private static final String WAIVED = "cotask-waived";
    private static final String RULED = "cotask-ruled";
    private static final String DECLINED = "coordination-declined";
    private static final String LATE = "helping-unit-late";
    private static final Set<String> OF_UNITS = Set.of(ClockType.COTASK.name(), ClockType.ARRIVAL.name());

    @Override
    public Set<String> kinds() {
        return Set.of(FINISHED, WAIVED, RULED, DECLINED, LATE);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case CotaskFinished finished ->
                letters(FINISHED, appeal, List.of(appeal.no(), finished.unit()), lead(appeal));
            case CotaskWaived waived -> letters(WAIVED, appeal, List.of(appeal.no()), Stream.of(waived.unit()));
            case CotaskRuled ruled ->
                letters(
                        RULED,
                        appeal,
                        List.of(appeal.no(), ruled.unit(), "@ruling." + ruled.upheld()),
                        Stream.concat(Stream.of(ruled.unit()), lead(appeal)));
            case CoordinationDeclined declined ->
                letters(DECLINED, appeal, List.of(appeal.no(), declined.unit()), lead(appeal));
            case ClockBreached breached
            when OF_UNITS.contains(breached.clock()) ->
                letters(
                        LATE,
                        appeal,
                        List.of(appeal.no(), "@clock." + breached.clock(), String.valueOf(breached.unitAtDue())),
                        Stream.concat(Optional.ofNullable(breached.unitAtDue()).stream(), lead(appeal)));
            default -> List.of();
        };
    }

    private static Stream<String> lead(Appeal appeal) {
        return appeal.handler().map(Handler::accountableUnit).stream();
    }

    private static List<EventNotice> letters(String kind, Appeal appeal, List<String> arguments, Stream<String> units) {
        return units.distinct()
                .map(unit -> new EventNotice(
                        kind,
                        arguments,
                        Recipient.unit(unit),
                        "/v1/appeals/" + appeal.id(),
                        null,
                        false,
                        Coordinations.isAtOnce(appeal)))
                .toList();
    }
}
