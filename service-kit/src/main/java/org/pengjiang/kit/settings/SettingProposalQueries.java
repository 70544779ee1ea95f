package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.RolePermissions;

/** Proposals as they are shown. */
@ApplicationScoped
class SettingProposalQueries {
    private static final Keyset ORDER = Keyset.descending("p.id::uuid");
    private static final String LIST = """
            SELECT p.id, p.name, p.district, p.value, p.effective_from, p.assumption, p.source, a.outcome, a.proposed_by,
                   a.proposed_at, a.deadline, a.closed_by, a.closed_at, a.reason
            FROM setting_proposal p JOIN approval_request a ON a.id = p.approval_id
            WHERE p.district = ? AND\s""";

    private final DataSource database;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;
    private final RolePermissions permissions = RolePermissions.load();

    SettingProposalQueries(DataSource database, Paging paging, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    Page<SettingProposalView> list(DivisionScope scope, PageRequest request) {
        String district = scope.value();
        KeysetPage page = paging.start(request, ORDER, district);
        String sql = LIST + page.condition() + " ORDER BY " + page.orderBy() + " LIMIT " + page.fetch();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int i = 1;
            query.setString(i++, district);
            for (String parameter : page.parameters()) {
                query.setString(i++, parameter);
            }
            List<SettingProposalView> proposals = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    proposals.add(view(row));
                }
            }
            return page.of(proposals, proposal -> List.of(proposal.id()));
        } catch (SQLException failure) {
            throw new IllegalStateException("proposals cannot be read", failure);
        }
    }

    private SettingProposalView view(ResultSet row) throws SQLException {
        ApprovalOutcome outcome = ApprovalOutcome.valueOf(row.getString("outcome"));
        return new SettingProposalView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("district"),
                SettingDefinition.read(row.getString("value")),
                row.getObject("effective_from", LocalDate.class),
                row.getBoolean("assumption"),
                row.getString("source"),
                outcome,
                row.getString("proposed_by"),
                local(row.getObject("proposed_at", OffsetDateTime.class).toInstant()),
                local(row, "deadline"),
                row.getString("closed_by"),
                local(row, "closed_at"),
                row.getString("reason"),
                allowed(outcome, row.getString("proposed_by")));
    }

    SettingProposalView view(SettingProposal proposal) {
        ApprovalRequest approval = proposal.approval();
        @Nullable Instant closed = approval.closedAt();
        return new SettingProposalView(
                proposal.id(),
                proposal.name(),
                proposal.division().value(),
                proposal.change().value(),
                proposal.effectiveFrom(),
                proposal.assumption(),
                proposal.source(),
                approval.outcome(),
                approval.proposedBy(),
                local(approval.proposedAt()),
                approval.deadline().map(this::local).orElse(null),
                approval.closedBy(),
                closed == null ? null : local(closed),
                approval.reason(),
                allowed(approval.outcome(), approval.proposedBy()));
    }

    private List<String> allowed(ApprovalOutcome outcome, String proposedBy) {
        Caller me = caller.get();
        if (outcome != ApprovalOutcome.OPEN) {
            return List.of();
        }
        if (me.subject().equals(proposedBy)) {
            return permissions.isGranted(me.roles(), "setting:change") ? List.of("withdraw") : List.of();
        }
        return permissions.isGranted(me.roles(), "setting:confirm") ? List.of("confirm", "reject") : List.of();
    }

    private @Nullable OffsetDateTime local(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : local(moment.toInstant());
    }

    private OffsetDateTime local(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }
}
