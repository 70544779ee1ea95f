package org.pengjiang.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.project.model.Projects;

/** Whoever may list the evidence of a project may read its files; enterprises and partners list none. */
@ApplicationScoped
class EvidenceFiles implements FileAccess {
    static final String SUBJECT = "evidence";

    private final Projects projects;
    private final RolePermissions permissions = RolePermissions.load();

    EvidenceFiles(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String subjectType() {
        return SUBJECT;
    }

    @Override
    @Transactional
    public FileRight right(UUID evidence, Caller reader) {
        boolean seesEvidence = permissions.isGranted(reader.roles(), "project:read-case")
                && projects.withEvidence(reader.scope(), evidence).isPresent();
        return seesEvidence ? FileRight.ORIGINAL : FileRight.NONE;
    }
}
