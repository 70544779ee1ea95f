package org.pengjiang.team.appeals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.identifiers.DivisionCode;
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
        JsonNode data = event.data();
        if (!data.path("open").isBoolean() || !data.path("round").isInt()) {
            throw new IllegalArgumentException("an appeal event without its standing");
        }
        return new HandledAppeal(
                event.subject(),
                HandledAppeal.districtOf(DivisionCode.parse(text(data, "divisionCode"))),
                data.hasNonNull("accountableUnit") ? text(data, "accountableUnit") : null,
                data.path("round").intValue(),
                data.path("open").booleanValue());
    }

    /** Nothing for events in which no unit does anything. */
    static Optional<AppealFact> fact(ReceivedEvent event) {
        JsonNode data = event.data();
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

    private static Optional<AppealFact> timed(String fact, JsonNode data, String moment) {
        if (!data.path("inTime").isBoolean()) {
            throw new IllegalArgumentException("the event lacks inTime");
        }
        return one(fact, at(data, moment), Figure.of(fact, data.path("inTime").booleanValue()));
    }

    private static Optional<AppealFact> breach(JsonNode data) {
        String clock = text(data, "clock");
        if (!text(data, "family").equals("ENTERPRISE") || !ENTERPRISE_CLOCKS.contains(clock)) {
            return Optional.empty();
        }
        String fact = "BREACHED_" + clock;
        return one(fact, at(data, "breachedAt"), Figure.valueOf(fact));
    }

    private static AppealFact rating(JsonNode data) {
        if (!data.path("automatic").isBoolean()) {
            throw new IllegalArgumentException("the event lacks automatic");
        }
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        if (data.path("automatic").booleanValue()) {
            figures.put(Figure.RATED_BY_DEFAULT, 1);
        } else {
            if (data.hasNonNull("solved")) {
                figures.put(Figure.valueOf("RATED_" + text(data, "solved")), 1);
            }
            if (data.hasNonNull("stars")) {
                figures.put(Figure.STARS_SUM, data.required("stars").intValue());
                figures.put(Figure.STARS_COUNT, 1);
            }
        }
        return new AppealFact("RATED", at(data, "ratedAt"), figures);
    }

    private static Instant at(JsonNode data, String field) {
        return Instant.parse(text(data, field));
    }

    private static String text(JsonNode data, String field) {
        if (!data.path(field).isTextual()) {
            throw new IllegalArgumentException("the event lacks " + field);
        }
        return data.path(field).asText();
    }
}
