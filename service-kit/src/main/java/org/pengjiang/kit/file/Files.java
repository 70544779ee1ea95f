package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** What a use case does with a file that its caller has uploaded. */
@ApplicationScoped
public class Files {
    private final FileRows files;
    private final Clock clock;

    Files(FileRows files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * What the caller has uploaded and not attached yet.
     *
     * @param pointer where the body names the file
     * @throws DomainException FILE_UNKNOWN
     */
    public StoredFile unattached(UUID id, String pointer, Caller caller) {
        return files.find(id)
                .filter(file -> file.subject() == null && file.uploadedBy().equals(caller.subject()))
                .orElseThrow(() -> unknown(pointer));
    }

    /**
     * Gives the file to a subject, in the transaction of the change. From then on {@link FileAccess} says who reads it, and it
     * does not expire.
     *
     * @throws DomainException FILE_UNKNOWN, also when another request was quicker
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(UUID id, String pointer, String subjectType, UUID subject, Caller caller) {
        if (!files.attach(id, caller.subject(), subjectType, subject, Instant.now(clock))) {
            throw unknown(pointer);
        }
    }

    private static DomainException unknown(String pointer) {
        return new DomainException(KitProblem.FILE_UNKNOWN, List.of(Fault.at(pointer, KitProblem.FILE_UNKNOWN)));
    }
}
