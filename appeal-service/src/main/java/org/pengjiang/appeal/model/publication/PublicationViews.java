package org.pengjiang.appeal.model.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.jdbc.Jdbc;

/** Proposals as they are shown. */
@ApplicationScoped
public class PublicationViews {
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;
    private final RolePermissions permissions = RolePermissions.load();

    PublicationViews(CurrentCaller caller, ObjectMapper json, Clock clock) {
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** From a row with the columns of the proposal and of its approval. */
    public PublicationProposalView view(ResultSet row) throws SQLException {
        ApprovalOutcome outcome = ApprovalOutcome.valueOf(row.getString("outcome"));
        String division = row.getString("division");
        String proposedBy = row.getString("proposed_by");
        return new PublicationProposalView(
                row.getObject("id", UUID.class),
                PublicationKind.valueOf(row.getString("kind")),
                division,
                row.getString("document_no"),
                read(row.getString("content")),
                read(row.getString("effect")),
                outcome,
                proposedBy,
                local(row.getObject("proposed_at", OffsetDateTime.class).toInstant()),
                localOrNone(Jdbc.instant(row, "deadline")),
                row.getString("closed_by"),
                localOrNone(Jdbc.instant(row, "closed_at")),
                row.getString("reason"),
                allowed(outcome, division, proposedBy));
    }

    public PublicationProposalView view(PublicationProposal proposal) {
        ApprovalRequest approval = proposal.approval();
        return new PublicationProposalView(
                proposal.id(),
                proposal.kind(),
                proposal.division().value(),
                proposal.documentNo(),
                read(proposal.content()),
                read(proposal.effect()),
                approval.outcome(),
                approval.proposedBy(),
                local(approval.proposedAt()),
                localOrNone(approval.deadline().orElse(null)),
                approval.closedBy(),
                localOrNone(approval.closedAt()),
                approval.reason(),
                allowed(approval.outcome(), proposal.division().value(), approval.proposedBy()));
    }

    private List<String> allowed(ApprovalOutcome outcome, String division, String proposedBy) {
        Caller me = caller.get();
        boolean isOwn = me.division().map(DivisionCode::value).equals(Optional.of(division));
        if (outcome != ApprovalOutcome.OPEN || !isOwn) {
            return List.of();
        }
        if (me.subject().equals(proposedBy)) {
            return permissions.isGranted(me.roles(), PublicationKind.WITHDRAW) ? List.of("withdraw") : List.of();
        }
        return permissions.isGranted(me.roles(), PublicationKind.CONFIRM) ? List.of("confirm", "reject") : List.of();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored is JSON", e);
        }
    }

    private OffsetDateTime local(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNone(@Nullable Instant moment) {
        return moment == null ? null : local(moment);
    }
}
