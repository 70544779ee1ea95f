package org.pengjiang.team.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.Stage;

/**
 * Reads a project event into what it means for credit. What cannot be read throws: the event is parked and loses
 * nothing, while a guess would stand in the ledger for ever.
 */
final class FactReader {
    static final String STAGE_CHANGED = "project.stage-changed.v1";
    static final String SHARES_CHANGED = "project.shares-changed.v1";
    static final String AMOUNT_CHANGED = "project.amount-changed.v1";
    static final String TERMINATED = "project.terminated.v1";
    /** Say nothing about credit: suspension leaves what was earned. */
    static final Set<String> WITHOUT_CREDIT = Set.of(
            "project.registered.v1",
            "project.changed.v1",
            "project.special-class-changed.v1",
            "project.suspended.v1",
            "project.resumed.v1",
            "log.anchored.v1");

    static final Set<String> TYPES = Set.of(STAGE_CHANGED, SHARES_CHANGED, AMOUNT_CHANGED, TERMINATED);

    /** The name in the inbox; never changes, because what it has applied stands under it. */
    static final String CONSUMER = "team.credit";

    static final String TOPIC = "project.events";

    private FactReader() {}

    /** Nothing for events without a meaning for credit. */
    static Optional<ProjectFact> read(ReceivedEvent event) {
        JsonNode data = event.data();
        return switch (event.type()) {
            case STAGE_CHANGED -> Optional.of(stage(event, data));
            case SHARES_CHANGED ->
                Optional.of(new ProjectFact.SharesRuled(
                        event.id(), event.occurredAt(), date(data, "validFrom"), shares(data)));
            case AMOUNT_CHANGED ->
                Optional.of(new ProjectFact.AmountRevised(
                        event.id(),
                        event.occurredAt(),
                        date(data, "businessDate"),
                        new BigDecimal(text(data, "agreementAmountYuan")),
                        new BigDecimal(text(data, "previousAmountYuan"))));
            case TERMINATED ->
                Optional.of(new ProjectFact.Terminated(event.id(), event.occurredAt(), date(data, "businessDate")));
            default -> Optional.empty();
        };
    }

    static String projectNo(ReceivedEvent event) {
        return text(event.data(), "projectNo");
    }

    private static ProjectFact stage(ReceivedEvent event, JsonNode data) {
        String channel = text(data, "channel");
        return new ProjectFact.StageReached(
                event.id(),
                event.occurredAt(),
                date(data, "businessDate"),
                text(data, "kind"),
                Stage.valueOf(text(data, "from")),
                Stage.valueOf(text(data, "to")),
                "IMPORT".equals(channel) && data.path("historical").asBoolean(false),
                amount(data, "plannedTotalYuan"),
                amount(data, "agreementAmountYuan"),
                amount(data, "incrementYuan"),
                data.path("separateFilingCode").asBoolean(false),
                data.path("manufacturing").asBoolean(false),
                data.path("chainCode").asText(Traits.NO_CHAIN),
                texts(data.path("tags")),
                shares(data));
    }

    private static List<Share> shares(JsonNode data) {
        List<Share> shares = new ArrayList<>();
        for (JsonNode share : data.path("shares")) {
            shares.add(new Share(
                    UUID.fromString(text(share, "teamId")),
                    text(share, "teamCode"),
                    text(share, "role"),
                    new EventData(share).integer("basisPoints"),
                    share.path("overlay").asBoolean(false)));
        }
        return shares;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static LocalDate date(JsonNode data, String field) {
        return LocalDate.parse(text(data, field));
    }

    private static @Nullable BigDecimal amount(JsonNode data, String field) {
        return data.hasNonNull(field) ? new BigDecimal(data.get(field).asText()) : null;
    }

    private static String text(JsonNode data, String field) {
        if (!data.hasNonNull(field)) {
            throw new IllegalArgumentException("the event lacks " + field);
        }
        return data.get(field).asText();
    }
}
