package org.pengjiang.appeal.model.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state machine of an appeal, row by row. The README's table and picture are made of it, and so are {@code allowedCommands}
 * and the tests.
 *
 * <p>Names are those of the enums. OPEN is every open state, HANDLED every open one in which somebody answers for the appeal, COOPERATING every one
 * of them in which the reply is still to come, ANY every state, "=" says that the state stays, "-" that there is
 * nothing. A command of two persons has two rows: one asks, the other confirms. Rows with "later" have no operation yet.
 */
final class TransitionTable {
    private static final String ROWS = """
            command             | from                       | to                          | who                                                 | guards                        | confirms            | answers    | events                                                      | offered
            SUBMIT              | -                          | SUBMITTED                   | ENTERPRISE CENTRE HANDLER PARTNER                   | -                             | -                   | -          | appeal.submitted.v1                                         | now
            REQUEST_SUPPLEMENT  | SUBMITTED                  | SUPPLEMENT                  | CENTRE                                              | MISSING_LISTED ONCE           | -                   | ACCEPT     | appeal.supplement-requested.v1                              | now
            SUPPLEMENT          | SUPPLEMENT                 | SUBMITTED                   | ENTERPRISE PARTNER CENTRE                           | FILER_ABSENT                  | -                   | SUPPLEMENT | appeal.supplemented.v1                                      | now
            LET_LAPSE           | SUPPLEMENT                 | WITHDRAWN                   | SYSTEM                                              | -                             | -                   | -          | appeal.lapsed.v1                                            | now
            REQUEST_REJECTION   | SUBMITTED                  | =                           | CENTRE                                              | CODED_REASON                  | -                   | -          | appeal.rejection-requested.v1                               | now
            REJECT              | SUBMITTED                  | REJECTED                    | CENTRE                                              | ANOTHER_PERSON                | REQUEST_REJECTION   | ACCEPT     | appeal.rejected.v1                                          | now
            REFUSE_REJECTION    | SUBMITTED                  | =                           | CENTRE                                              | ANOTHER_PERSON                | REQUEST_REJECTION   | -          | appeal.rejection-refused.v1                                 | now
            OBJECT_TO_REJECTION | REJECTED                   | =                           | ENTERPRISE PARTNER CENTRE                           | OBJECTION ONCE FILER_ABSENT   | -                   | -          | appeal.rejection-objected.v1                                | now
            UPHOLD_OBJECTION    | REJECTED                   | PENDING_DISPATCH            | SUPERVISOR                                          | -                             | OBJECT_TO_REJECTION | -          | appeal.objection-upheld.v1                                  | now
            DISMISS_OBJECTION   | REJECTED                   | =                           | SUPERVISOR                                          | -                             | OBJECT_TO_REJECTION | -          | appeal.objection-dismissed.v1                               | now
            ANSWER_DIRECTLY     | SUBMITTED                  | REPLIED                     | CENTRE                                              | CONSULTATION                  | -                   | ACCEPT     | appeal.replied.v1                                           | now
            CHANGE_CLASS        | OPEN                       | =                           | CENTRE SUPERVISOR                                   | RAISE_OR_KEEP                 | -                   | -          | appeal.classified.v1 appeal.deadline-revised.v1             | now
            CONFIRM_EMERGENCY   | OPEN                       | =                           | CENTRE                                              | CLAIMED                       | -                   | -          | appeal.emergency-judged.v1                                  | now
            REFUSE_EMERGENCY    | OPEN                       | =                           | CENTRE                                              | CLAIMED                       | -                   | -          | appeal.emergency-judged.v1 appeal.classified.v1             | now
            ACCEPT              | SUBMITTED                  | PENDING_DISPATCH            | CENTRE SYSTEM                                       | -                             | -                   | ACCEPT     | appeal.accepted.v1                                          | now
            DISPATCH            | PENDING_DISPATCH           | DISPATCHED                  | CENTRE SYSTEM                                       | HANDLER_FITS                  | -                   | DISPATCH   | appeal.dispatched.v1                                        | now
            REDIRECT            | DISPATCHED                 | =                           | CENTRE                                              | HANDLER_FITS                  | -                   | -          | appeal.dispatched.v1                                        | now
            SIGN                | DISPATCHED                 | IN_PROGRESS                 | HANDLER                                             | -                             | -                   | SIGN       | appeal.signed.v1                                            | now
            SIGN_AUTOMATICALLY  | DISPATCHED                 | IN_PROGRESS                 | SYSTEM                                              | -                             | -                   | SIGN       | appeal.signed.v1                                            | now
            RETURN              | DISPATCHED IN_PROGRESS     | RETURN_REVIEW               | HEAD                                                | CODED_REASON SOON_AND_ONCE    | -                   | -          | appeal.returned.v1                                          | now
            PROPOSE_RULING      | RETURN_REVIEW              | =                           | CENTRE                                              | HANDLER_FITS                  | -                   | -          | appeal.ruling-proposed.v1                                   | now
            RULE_RETURN         | RETURN_REVIEW              | DISPATCHED IN_PROGRESS      | SUPERVISOR                                          | ANOTHER_PERSON                | PROPOSE_RULING      | RULING     | appeal.return-ruled.v1 appeal.dispatched.v1                 | now
            CONTACT             | SUBMITTED SUPPLEMENT RETURN_REVIEW IN_PROGRESS | =                           | CENTRE HANDLER                                      | PROVEN                        | -                   | CONTACT    | appeal.contacted.v1 appeal.contact-attempted.v1             | now
            HAND_IN_PLAN        | IN_PROGRESS                | =                           | HANDLER                                             | CONTACTED                     | -                   | PLAN       | appeal.planned.v1                                           | now
            ASK_ENTERPRISE      | IN_PROGRESS                | WAIT_ENTERPRISE             | HANDLER                                             | CONTACTED PAUSE_LEFT          | -                   | -          | appeal.paused.v1                                            | now
            ANSWER_QUESTION     | WAIT_ENTERPRISE            | IN_PROGRESS                 | ENTERPRISE PARTNER SYSTEM                           | -                             | -                   | QUESTION   | appeal.resumed.v1                                           | now
            OBJECT_TO_QUESTION  | WAIT_ENTERPRISE            | IN_PROGRESS                 | ENTERPRISE                                          | -                             | -                   | -          | appeal.resumed.v1                                           | now
            REQUEST_SUSPENSION  | IN_PROGRESS                | =                           | HEAD                                                | CONTACTED DOCUMENT            | -                   | -          | appeal.suspension-requested.v1                              | now
            SUSPEND             | IN_PROGRESS                | SUSPENDED                   | SUPERVISOR                                          | ANOTHER_PERSON                | REQUEST_SUSPENSION  | -          | appeal.paused.v1                                            | now
            REFUSE_SUSPENSION   | IN_PROGRESS                | =                           | SUPERVISOR                                          | ANOTHER_PERSON                | REQUEST_SUSPENSION  | -          | appeal.suspension-decided.v1                                | now
            CONFIRM_SUSPENSION  | SUSPENDED                  | =                           | HEAD SUPERVISOR                                     | -                             | -                   | -          | appeal.suspension-confirmed.v1                              | now
            RESUME              | SUSPENDED                  | IN_PROGRESS                 | HEAD SUPERVISOR SYSTEM                              | -                             | -                   | -          | appeal.resumed.v1                                           | now
            ADD_COTASK          | IN_PROGRESS                | =                           | HANDLER                                             | -                             | -                   | -          | appeal.cotask-added.v1                                      | now
            OBJECT_TO_COTASK    | COOPERATING                | =                           | CO_HEAD                                             | COTASK_NEW                    | -                   | -          | appeal.cotask-objected.v1                                   | now
            RULE_COTASK         | COOPERATING                | =                           | CENTRE                                              | -                             | OBJECT_TO_COTASK    | -          | appeal.cotask-ruled.v1 appeal.cotask-added.v1               | now
            FINISH_COTASK       | COOPERATING                | =                           | CO_HANDLER                                          | -                             | -                   | -          | appeal.cotask-finished.v1                                   | now
            WAIVE_COTASK        | COOPERATING                | =                           | HEAD                                                | -                             | -                   | -          | appeal.cotask-waived.v1                                     | now
            COORDINATE          | IN_PROGRESS                | =                           | HANDLER                                             | -                             | -                   | -          | appeal.coordination-called.v1                               | now
            REPORT_ARRIVAL      | COOPERATING                | =                           | CO_HANDLER                                          | -                             | -                   | -          | appeal.arrived.v1                                           | now
            DECLINE_COORDINATION | COOPERATING                | =                           | CO_HANDLER                                          | NOT_DUE                       | -                   | -          | appeal.coordination-declined.v1                             | now
            RECORD_MINUTES      | COOPERATING                | =                           | HANDLER                                             | -                             | -                   | -          | appeal.coordination-ended.v1                                | now
            SCORE_COORDINATION  | COOPERATING                | =                           | HANDLER CO_HANDLER                                  | MINUTES                       | -                   | -          | appeal.coordination-scored.v1                               | now
            REQUEST_EXTENSION   | IN_PROGRESS                | =                           | HEAD                                                | AHEAD_AND_ONCE                | -                   | -          | appeal.extension-requested.v1                               | now
            EXTEND              | IN_PROGRESS                | =                           | SUPERVISOR LEADER                                   | ANOTHER_PERSON                | REQUEST_EXTENSION   | -          | appeal.extension-decided.v1 appeal.deadline-revised.v1      | now
            REFUSE_EXTENSION    | IN_PROGRESS                | =                           | SUPERVISOR LEADER                                   | ANOTHER_PERSON                | REQUEST_EXTENSION   | -          | appeal.extension-decided.v1                                 | now
            REPLY               | IN_PROGRESS                | REVIEW REPLIED              | HANDLER                                             | CONTACTED GROUNDS COTASKS_DONE| -                   | -          | appeal.reply-drafted.v1 appeal.replied.v1                   | now
            APPROVE_REPLY       | REVIEW                     | REPLIED                     | HEAD                                                | ANOTHER_PERSON                | REPLY               | REVIEW     | appeal.replied.v1                                           | now
            SEND_BACK_REPLY     | REVIEW                     | IN_PROGRESS                 | HEAD                                                | ANOTHER_PERSON                | REPLY               | REVIEW     | appeal.reply-sent-back.v1                                   | now
            RATE                | REPLIED                    | CLOSED REWORK REPLIED       | ENTERPRISE PARTNER                                  | UNRATED INDEPENDENT           | -                   | EVALUATION | appeal.rated.v1 appeal.closed.v1                            | now
            NOTE_RATING         | ANY                        | =                           | PARTNER                                             | RATED_BEFORE                  | -                   | -          | appeal.rating-kept.v1                                       | now
            VERIFY_RATING       | ANY                        | =                           | SUPERVISOR                                          | BAD_RATING INDEPENDENT        | -                   | -          | appeal.rating-verified.v1                                   | now
            CALL_BACK           | ANY                        | =                           | CALLBACK                                            | CALLBACK_WAITS INDEPENDENT    | -                   | -          | appeal.called-back.v1                                       | now
            CLOSE               | REPLIED                    | CLOSED                      | ENTERPRISE                                          | INDEPENDENT                   | -                   | -          | appeal.closed.v1                                            | now
            CLOSE_BY_WINDOW     | REPLIED                    | CLOSED                      | SYSTEM                                              | UNRATED                       | -                   | -          | appeal.rated.v1 appeal.closed.v1                            | now
            ORDER_REWORK        | REPLIED                    | REWORK                      | SUPERVISOR                                          | INDEPENDENT                   | -                   | -          | appeal.rework-ordered.v1                                    | now
            REDISPATCH          | REWORK                     | DISPATCHED PENDING_DISPATCH | SYSTEM                                              | -                             | -                   | -          | appeal.dispatched.v1                                        | now
            HAND_OVER           | HANDLED                    | =                           | SYSTEM                                              | HANDLER_FITS                  | -                   | -          | appeal.dispatched.v1                                        | now
            ASSIGN_PERSON       | HANDLED                    | =                           | HEAD                                                | -                             | -                   | -          | appeal.person-assigned.v1                                   | now
            DECIDE              | REPLIED                    | TRACKING CLOSED             | LEADER                                              | THIRD_ROUND                   | -                   | DECISION   | appeal.decided.v1 appeal.closed.v1 appeal.tracked.v1        | now
            PROPOSE_TRACKING    | IN_PROGRESS REPLIED        | =                           | HEAD                                                | MILESTONES                    | -                   | -          | appeal.tracking-proposed.v1                                 | now
            TRACK               | IN_PROGRESS REPLIED REWORK | TRACKING                    | LEADER                                              | ANOTHER_PERSON                | PROPOSE_TRACKING    | -          | appeal.tracked.v1                                           | now
            REFUSE_TRACKING     | IN_PROGRESS REPLIED        | =                           | LEADER                                              | ANOTHER_PERSON                | PROPOSE_TRACKING    | -          | appeal.tracking-refused.v1                                  | now
            REPORT_PROGRESS     | TRACKING                   | =                           | HANDLER                                             | -                             | -                   | -          | appeal.progress-reported.v1                                 | now
            MEET_MILESTONE      | TRACKING                   | =                           | HANDLER                                             | -                             | -                   | -          | appeal.milestone-met.v1                                     | now
            WAIVE_MILESTONE     | TRACKING                   | =                           | HEAD                                                | -                             | -                   | -          | appeal.milestone-met.v1                                     | now
            REVIEW_TRACKING     | TRACKING                   | =                           | SUPERVISOR                                          | -                             | -                   | -          | appeal.tracking-reviewed.v1                                 | now
            FINISH_TRACKING     | TRACKING                   | REVIEW REPLIED              | HANDLER                                             | MILESTONES_DONE               | -                   | -          | appeal.reply-drafted.v1 appeal.replied.v1                   | now
            REOPEN              | CLOSED                     | REWORK                      | ENTERPRISE SUPERVISOR                               | REOPENING                     | -                   | -          | appeal.reopened.v1                                          | now
            URGE                | SUBMITTED PENDING_DISPATCH DISPATCHED RETURN_REVIEW IN_PROGRESS SUSPENDED REVIEW REWORK TRACKING | =                           | ENTERPRISE PARTNER CENTRE SUPERVISOR                | COOLDOWN                      | -                   | -          | appeal.urged.v1                                             | now
            ANSWER_URGE         | OPEN                       | =                           | HANDLER CENTRE                                      | URGED                         | -                   | -          | appeal.urge-answered.v1                                     | now
            ORDER_SUPERVISION   | HANDLED                    | =                           | SUPERVISOR LEADER                                   | ORDER                         | -                   | -          | appeal.supervision-ordered.v1                               | now
            REPORT_ON_ORDER     | HANDLED                    | =                           | HEAD                                                | ORDERED                       | -                   | -          | appeal.supervision-reported.v1                              | now
            SEND_BACK_REPORT    | HANDLED                    | =                           | SUPERVISOR                                          | REPORTED                      | -                   | -          | appeal.supervision-report-sent-back.v1                      | now
            CLEAR_SUPERVISION   | ANY                        | =                           | SUPERVISOR                                          | REPORTED                      | -                   | -          | appeal.supervision-cleared.v1                               | now
            MERGE               | OPEN                       | MERGED                      | CENTRE                                              | MASTER                        | -                   | -          | appeal.merged.v1                                            | now
            UNMERGE             | MERGED                     | OPEN                        | CENTRE SYSTEM                                       | FORMER_STATE                  | -                   | -          | appeal.unmerged.v1                                          | now
            RATE_MASTER         | MERGED                     | =                           | ENTERPRISE                                          | MASTER_ANSWERED INDEPENDENT   | -                   | -          | appeal.master-rated.v1                                      | now
            WITHDRAW            | OPEN                       | WITHDRAWN                   | ENTERPRISE PARTNER                                  | -                             | -                   | -          | appeal.withdrawn.v1                                         | now
            RESUBMIT            | WITHDRAWN                  | SUBMITTED                   | ENTERPRISE PARTNER                                  | LAPSED                        | -                   | -          | appeal.resubmitted.v1                                       | now
            WRITE_MESSAGE       | ANY                        | =                           | ENTERPRISE CENTRE HANDLER HEAD CALLBACK SUPERVISOR  | -                             | -                   | -          | appeal.message-written.v1                                   | now
            """;

    private TransitionTable() {}

    static List<Transition> rows() {
        return ROWS.lines().skip(1).map(TransitionTable::row).toList();
    }

    private static Transition row(String line) {
        String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        Set<AppealCommand> confirmed = named(cells[5], AppealCommand::valueOf);
        return new Transition(
                AppealCommand.valueOf(cells[0]),
                states(cells[1]),
                states(cells[2]),
                named(cells[3], Capacity::valueOf),
                named(cells[4], Guard::valueOf),
                confirmed.isEmpty() ? null : confirmed.iterator().next(),
                named(cells[6], ClockType::valueOf),
                named(cells[7], event -> event),
                cells[8].equals("now"));
    }

    private static Set<AppealState> states(String cell) {
        return switch (cell) {
            case "=" -> Set.of();
            case "OPEN" -> AppealState.allOpen();
            case "HANDLED" -> AppealState.allHandled();
            case "COOPERATING" -> AppealState.allCooperating();
            case "ANY" -> EnumSet.allOf(AppealState.class);
            default -> named(cell, AppealState::valueOf);
        };
    }

    /** In the order in which they stand. */
    private static <T> Set<T> named(String cell, Function<String, T> value) {
        return cell.equals("-")
                ? Set.of()
                : Stream.of(cell.split(" +")).map(value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
