package org.pengjiang.appeal.publications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.publication.PublicationProposalView;
import org.pengjiang.appeal.model.publication.PublicationViews;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Lists of proposals, newest first. */
@ApplicationScoped
class PublicationQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("p.id::uuid");
    private static final String LIST = """
            SELECT p.id, p.kind, p.division, p.document_no, p.content, p.effect, a.outcome, a.proposed_by, a.proposed_at,
                a.deadline, a.closed_by, a.closed_at, a.reason
            FROM publication_proposal p JOIN approval_request a ON a.id = p.approval_id""";

    private final Jdbc jdbc;
    private final Paging paging;
    private final PublicationViews views;

    PublicationQueries(DataSource database, Paging paging, PublicationViews views) {
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
        this.views = views;
    }

    Page<PublicationProposalView> list(DivisionScope scope, PageRequest request) {
        KeysetPage page = paging.start(
                request, NEWEST_FIRST, scope.root().map(DivisionCode::value).orElse(null));
        SqlCondition where = SqlCondition.of("p." + scope.column() + " = ?", scope.value());
        return page.of(page.read(jdbc, LIST, where, views::view), proposal -> List.of(proposal.id()));
    }
}
