package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.feed.SubjectView;

/** Appeals as they stand now, for {@code GET /v1/changes?expand=subject}: what the reader may see of a page, in one query. */
@ApplicationScoped
class AppealSubjects implements SubjectView {
    private final VisibleSets sources;
    private final AppealRows rows;

    AppealSubjects(VisibleSets sources, AppealRows rows) {
        this.sources = sources;
        this.rows = rows;
    }

    @Override
    public String subjectType() {
        return "appeal";
    }

    @Override
    public Map<UUID, ?> load(Caller caller, Set<UUID> subjects) {
        return rows.among(caller, sources.visible(caller), List.copyOf(subjects)).stream()
                .map(AppealRows.Row::summary)
                .collect(Collectors.toMap(AppealSummary::id, Function.identity()));
    }
}
