package org.pengjiang.team.appeals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.Periods;

/**
 * Reads an appeal's event into how the appeal stands and what its unit did. What cannot be read throws: the event is
 * parked and loses nothing, while a guess would be counted for ever.
 */
final class AppealReader {
    static final Set<String> TYPES = Set.of(
            "appeal.submitted.v1",
            "appeal.accepted.v1",
            "appeal.supplement-requested.v1",
            "appeal.supplemented.v1",
            "appeal.lapsed.v1",
            "appeal.rejected.v1",
            "appeal.rejection-objected.v1",
            "appeal.objection-upheld.v1",
            "appeal.objection-dismissed.v1",
            "appeal.classified.v1",
            "appeal.emergency-judged.v1",
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.returned.v1",
            "appeal.return-ruled.v1",
            "appeal.contacted.v1",
            "appeal.paused.v1",
            "appeal.resumed.v1",
            "appeal.planned.v1",
            "appeal.cotask-added.v1",
            "appeal.cotask-finished.v1",
            "appeal.cotask-waived.v1",
            "appeal.coordination-called.v1",
            "appeal.arrived.v1",
            "appeal.deadline-revised.v1",
            "appeal.withdrawn.v1",
            "appeal.resubmitted.v1",
            "appeal.merged.v1",
            "appeal.unmerged.v1",
            "appeal.tracked.v1",
            "appeal.progress-reported.v1",
            "appeal.milestone-met.v1",
            "appeal.warned.v1",
            "appeal.escalated.v1",
            "appeal.urged.v1",
            "appeal.urge-answered.v1",
            "appeal.supervision-ordered.v1",
            "appeal.supervision-cleared.v1",
            "appeal.breached.v1",
            "appeal.replied.v1",
            "appeal.rated.v1",
            "appeal.rework-ordered.v1",
            "appeal.rating-verified.v1",
            "appeal.called-back.v1",
            "appeal.decided.v1",
            "appeal.reopened.v1",
            "appeal.closed.v1");

    /** On the same topic, and about no appeal. */
    static final Set<String> IGNORED = Set.of("calendar.version-published.v1", "log.anchored.v1");

    /** The clocks whose breach is the unit's; its own (such as to sign) show as late. */
    private static final Set<String> ENTERPRISE_CLOCKS = Set.of("CONTACT", "RESOLVE", "LIMIT");

    private static final String UNIT = "accountableUnit";

    private AppealReader() {}

    static HandledAppeal standing(ReceivedEvent event) {
        EventData appeal = event.fields();
        return new HandledAppeal(
                event.subject(),
                HandledAppeal.districtOf(DivisionCode.parse(appeal.text("divisionCode"))),
                appeal.optionalText(UNIT),
                appeal.integer("round"),
                appeal.flag("open"));
    }

    /** Nothing for events in which no unit does anything. */
    static Optional<AppealFact> fact(ReceivedEvent event) {
        EventData data = event.fields();
        return switch (event.type()) {
            case "appeal.dispatched.v1" -> one("RECEIVED", data, "dispatchedAt", Figure.RECEIVED);
            case "appeal.signed.v1" -> timed("SIGNED", data, "signedAt");
            case "appeal.contacted.v1" -> timed("CONTACTED", data, "contactedAt");
            case "appeal.replied.v1" -> timed("REPLIED", data, "repliedAt");
            case "appeal.breached.v1" -> breach(data);
            case "appeal.closed.v1" ->
                Optional.of(new AppealFact(
                        "CLOSED",
                        moment(data, "closedAt", "WINDOW".equals(data.optionalText("by"))),
                        data.integer("round"),
                        unit(data),
                        Map.of(Figure.CLOSED, 1)));
            case "appeal.rated.v1" -> Optional.of(rating(data));
            default -> Optional.empty();
        };
    }

    /** What a unit whose return is upheld is not counted for any more; empty for other events. */
    static Optional<Relief> relief(ReceivedEvent event) {
        EventData data = event.fields();
        if (!event.type().equals("appeal.return-ruled.v1") || !data.flag("upheld")) {
            return Optional.empty();
        }
        List<String> clocks = data.texts("relievedClocks");
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Relief.ofClocks(data.integer("round"), data.text("unit"), clocks));
    }

    /** The round whose rating was misjudged; empty for other events. */
    static Optional<Integer> misjudgedRound(ReceivedEvent event) {
        EventData data = event.fields();
        return event.type().equals("appeal.rating-verified.v1")
                        && data.text("finding").equals("MISJUDGED")
                ? Optional.of(data.integer("ratedRound"))
                : Optional.empty();
    }

    private static Optional<AppealFact> one(String fact, EventData data, String moment, Figure figure) {
        return Optional.of(
                new AppealFact(fact, at(data, moment), data.integer("round"), unit(data), Map.of(figure, 1)));
    }

    private static Optional<AppealFact> timed(String fact, EventData data, String moment) {
        return one(fact, data, moment, Figure.of(fact, data.flag("inTime")));
    }

    private static Optional<AppealFact> breach(EventData data) {
        String clock = data.text("clock");
        if (!data.text("family").equals("ENTERPRISE") || !ENTERPRISE_CLOCKS.contains(clock)) {
            return Optional.empty();
        }
        String fact = "BREACHED_" + clock;
        return one(fact, data, "breachedAt", Figure.valueOf(fact));
    }

    /** Of what is late the unit that had the appeal at the due; events of before name only the one that had it afterwards. */
    private static @Nullable String unit(EventData data) {
        return data.optionalText(data.has("chargedTo") ? "unitAtDue" : UNIT);
    }

    private static AppealFact rating(EventData data) {
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        if (data.flag("automatic")) {
            figures.put(Figure.RATED_BY_DEFAULT, 1);
        } else {
            if (data.has("solved")) {
                figures.put(Figure.valueOf("RATED_" + data.text("solved")), 1);
            }
            if (data.has("stars")) {
                figures.put(Figure.STARS_SUM, data.integer("stars"));
                figures.put(Figure.STARS_COUNT, 1);
            }
        }
        return new AppealFact(
                "RATED", moment(data, "ratedAt", data.flag("automatic")), ratedRound(data), ratedUnit(data), figures);
    }

    /** Who follows a special class that is closed has the appeal once it is rated badly. Events of before do not name who was rated. */
    private static @Nullable String ratedUnit(EventData data) {
        return data.has("ratedUnit") ? data.optionalText("ratedUnit") : unit(data);
    }

    /** Events of before do not name it: a rating that sent the appeal back had it dispatched in the next round already. */
    private static int ratedRound(EventData data) {
        if (data.has("ratedRound")) {
            return data.integer("ratedRound");
        }
        int round = data.integer("round");
        return data.text("state").equals("DISPATCHED") && round > 1 ? round - 1 : round;
    }

    /** A window ends at 24:00 of its last day, which is 00:00 of the day after: what its end brings about is of its last day. */
    private static Instant moment(EventData data, String field, boolean byWindow) {
        Instant at = at(data, field);
        return byWindow && at.atZone(Periods.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT) ? at.minusSeconds(1) : at;
    }

    private static Instant at(EventData data, String field) {
        return Instant.parse(data.text(field));
    }
}
