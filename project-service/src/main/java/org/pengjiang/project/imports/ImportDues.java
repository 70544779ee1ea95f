package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.ImportExpired;
import org.pengjiang.project.model.ProjectApproval;

/** A file is confirmed in time, or none of its rows is entered. */
@ApplicationScoped
class ImportDues implements DueSource<ImportJob> {
    private final ImportJobs jobs;
    private final EventLog log;

    ImportDues(ImportJobs jobs, EventLog log) {
        this.jobs = jobs;
        this.log = log;
    }

    @Override
    public String subjectType() {
        return "project-import";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ImportTasks.CONFIRM);
    }

    @Override
    public String link(ImportJob job) {
        return ImportTasks.path(job);
    }

    @Override
    public List<Due> open(ImportJob job) {
        return job.approval().stream()
                .flatMap(
                        approval -> ApprovalTasks.dues(
                                approval, ProjectApproval.IMPORT, ImportTasks.CONFIRM, "", job.year(), job.rowsGood())
                                .stream())
                .toList();
    }

    @Override
    public ImportJob forChange(DivisionScope scope, UUID id) {
        return jobs.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        return jobs.withoutDues(Scope.system(), most, except);
    }

    @Override
    public void reached(ImportJob job, Due due, Due.Level level) {
        if (job.expire(level.at())) {
            log.append(job, new ImportExpired(job.id()));
        }
    }
}
