package org.pengjiang.team.appeals;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;

/**
 * Reads an appeal's event into how the appeal stands and what its unit did. What cannot be read throws: the event is
 * parked and loses nothing, while a guess would be counted for ever.
 */
final class AppealReader {
    static final Set<String> TYPES = Set.of(
            "appeal.submitted.v1",
            "appeal.accepted.v1",
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.contacted.v1",
            "appeal.deadline-revised.v1",
            "appeal.warned.v1",
            "appeal.breached.v1",
            "appeal.replied.v1",
            "appeal.rated.v1",
            "appeal.closed.v1");

    /** On the same topic, and about no appeal. */
    static final Set<String> IGNORED = Set.of("calendar.version-published.v1", "log.anchored.v1");

    /** The clocks whose breach is the unit's; its own (such as to sign) show as late. */
    private static final Set<String> ENTERPRISE_CLOCKS = Set.of("CONTACT", "RESOLVE", "LIMIT");

    private AppealReader() {}

    static HandledAppeal standing(ReceivedEvent event) {
        EventData appeal = event.fields();
        return new HandledAppeal(
                event.subject(),
                HandledAppeal.districtOf(DivisionCode.parse(appeal.text("divisionCode"))),
                appeal.optionalText("accountableUnit"),
                appeal.integer("round"),
                appeal.flag("open"));
    }

    /** Nothing for events in which no unit does anything. */
    static Optional<AppealFact> fact(ReceivedEvent event) {
        EventData data = event.fields();
        return switch (event.type()) {
            case "appeal.dispatched.v1" -> one("RECEIVED", at(data, "dispatchedAt"), Figure.RECEIVED);
            case "appeal.signed.v1" -> timed("SIGNED", data, "signedAt");
            case "appeal.contacted.v1" -> timed("CONTACTED", data, "contactedAt");
            case "appeal.replied.v1" -> timed("REPLIED", data, "repliedAt");
            case "appeal.breached.v1" -> breach(data);
            case "appeal.closed.v1" -> one("CLOSED", at(data, "closedAt"), Figure.CLOSED);
            case "appeal.rated.v1" -> Optional.of(rating(data));
            default -> Optional.empty();
        };
    }

    private static Optional<AppealFact> one(String fact, Instant at, Figure figure) {
        return Optional.of(new AppealFact(fact, at, Map.of(figure, 1)));
    }

    private static Optional<AppealFact> timed(String fact, EventData data, String moment) {
        return one(fact, at(data, moment), Figure.of(fact, data.flag("inTime")));
    }

    private static Optional<AppealFact> breach(EventData data) {
        String clock = data.text("clock");
        if (!data.text("family").equals("ENTERPRISE") || !ENTERPRISE_CLOCKS.contains(clock)) {
            return Optional.empty();
        }
        String fact = "BREACHED_" + clock;
        return one(fact, at(data, "breachedAt"), Figure.valueOf(fact));
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
        return new AppealFact("RATED", at(data, "ratedAt"), figures);
    }

    private static Instant at(EventData data, String field) {
        return Instant.parse(data.text(field));
    }
}
