package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.project.model.ProjectApproval;

/** A checked file waits for a second person's word. */
@ApplicationScoped
class ImportTasks implements TaskSource<ImportJob> {
    static final String CONFIRM = "import-to-confirm";

    @Override
    public String subjectType() {
        return "project-import";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    @Override
    public String link(ImportJob job) {
        return path(job);
    }

    static String path(ImportJob job) {
        return "/v1/projects/imports/" + job.id();
    }

    @Override
    public List<Task> waiting(ImportJob job) {
        return job.status() == ImportStatus.AWAITING_CONFIRMATION
                ? job.approval().stream()
                        .flatMap(approval -> ApprovalTasks.of(
                                approval,
                                ProjectApproval.IMPORT,
                                Exclusion.NOBODY,
                                CONFIRM,
                                "",
                                job.year(),
                                job.rowsGood())
                                .stream())
                        .toList()
                : List.of();
    }
}
