package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;

/** The centre looks at what a partner's system has sent anew. */
@ApplicationScoped
class SourceConflictTasks implements TaskSource<SourceConflict> {
    static final String SETTLE = "source-conflict-to-settle";

    private final Appeals appeals;

    SourceConflictTasks(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public String subjectType() {
        return "source-conflict";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SETTLE);
    }

    @Override
    public String link(SourceConflict conflict) {
        return "/v1/source-conflicts/" + conflict.id();
    }

    @Override
    public List<Task> waiting(SourceConflict conflict) {
        return conflict.settledAt().isPresent()
                ? List.of()
                : List.of(Task.of(SETTLE, conflict.round(), centre(conflict), conflict.appealNo()));
    }

    /** Without the people of the unit that the appeal is about. */
    private Assignee centre(SourceConflict conflict) {
        Assignee centre = Assignee.role(Roles.DISPATCHER);
        return appeals.of(conflict)
                .confidentiality()
                .about()
                .map(unit -> centre.butUnit(unit.district(), unit.code()))
                .orElse(centre);
    }
}
