package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.CoordinationCalled;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.CoordinationCall;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The lead calls units together: 街镇吹哨、部门报到. */
@ApplicationScoped
class CallCoordination {
    private final OpenForCommand open;
    private final HelpingUnits units;
    private final Coordinations coordinations;
    private final AppealLog log;

    CallCoordination(OpenForCommand open, HelpingUnits units, Coordinations coordinations, AppealLog log) {
        this.open = open;
        this.units = units;
        this.coordinations = coordinations;
        this.log = log;
    }

    record Called(Appeal appeal, Coordination coordination) {}

    @Transactional
    Called call(UUID id, NewCoordination said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.COORDINATE, caller);
        Appeal appeal = context.appeal();
        TimeContext now = context.now();
        Coordination coordination = coordinations.call(appeal, checked(appeal, said, now), caller.subject(), now);
        log.append(
                appeal,
                new CoordinationCalled(
                        appeal.standing(),
                        coordination.seq(),
                        said.units(),
                        coordination.calledAt(),
                        coordination.meetAt(),
                        Coordinations.isAtOnce(appeal)));
        return new Called(appeal, coordination);
    }

    private CoordinationCall checked(Appeal appeal, NewCoordination said, TimeContext now) {
        List<Fault> faults = new ArrayList<>();
        List<UnitKey> called = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < said.units().size(); i++) {
            String code = said.units().get(i);
            String pointer = "/units/" + i;
            if (named.add(code)) {
                units.check(appeal, code, pointer, faults).ifPresent(called::add);
            } else {
                faults.add(Fault.at(pointer, AppealProblem.UNIT_TWICE, code));
            }
        }
        checkMeeting(appeal, said.meetAt(), now, faults);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return new CoordinationCall(called, said.purpose(), said.place(), said.meetAt());
    }

    private static void checkMeeting(Appeal appeal, @Nullable Instant meetAt, TimeContext now, List<Fault> faults) {
        Instant latest = Coordinations.latest(appeal, now);
        if (meetAt == null) {
            if (!Coordinations.isAtOnce(appeal)) {
                faults.add(Fault.at("/meetAt", AppealProblem.MEETING_TIME_MISSING));
            }
        } else if (!meetAt.isAfter(now.at())) {
            faults.add(Fault.at("/meetAt", AppealProblem.MEETING_NOT_AHEAD));
        } else if (meetAt.isAfter(latest)) {
            faults.add(Fault.at("/meetAt", AppealProblem.MEETING_TOO_LATE, latest));
        }
    }
}
