package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** What a use case does with files that its caller has uploaded. */
@ApplicationScoped
public class Files {
    private final AttachmentRows rows;
    private final Clock clock;

    Files(AttachmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What the caller has uploaded and not attached yet.
     *
     * @param pointer where the body names the file
     * @throws DomainException FILE_UNKNOWN, FILE_UNFINISHED, FILE_ATTACHED, FILE_INFECTED
     */
    public StoredFile unattached(UUID id, String pointer, Caller caller) {
        List<StoredFile> found = rows.find(List.of(id));
        List<Fault> faults = faults(found, List.of(id), List.of(pointer), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(faults.getFirst().code(), faults);
        }
        return found.getFirst();
    }

    /**
     * Gives one file to a subject, in the transaction of the change. From then on {@link FileAccess} says who reads it, and it
     * does not expire.
     *
     * @throws DomainException as {@link #unattached}, also when another request was quicker
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(UUID id, String pointer, String subjectType, UUID subject, Caller caller) {
        List<Fault> faults = faults(rows.lock(List.of(id)), List.of(id), List.of(pointer), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(faults.getFirst().code(), faults);
        }
        rows.attach(List.of(id), subjectType, subject, Instant.now(clock));
    }

    /**
     * Why these files cannot be attached; empty when they can. For a use case that names other faults with them.
     *
     * @param pointer of the list in the body
     */
    public List<Fault> faults(List<UUID> ids, String pointer, Caller caller) {
        return ids.isEmpty() ? List.of() : faults(rows.find(ids), ids, pointers(ids, pointer), caller);
    }

    /**
     * Gives several files to a subject, as {@link #attach(UUID, String, String, UUID, Caller)} gives one.
     *
     * @throws DomainException VALUE_UNACCEPTABLE with the fault of each file
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<StoredFile> attach(List<UUID> ids, String pointer, String subjectType, UUID subject, Caller caller) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<StoredFile> found = rows.lock(ids);
        List<Fault> faults = faults(found, ids, pointers(ids, pointer), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        rows.attach(ids, subjectType, subject, Instant.now(clock));
        Map<UUID, StoredFile> byId = byId(found);
        return ids.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
    }

    /** What is attached to each of these subjects, in one query; a subject without files is not in the map. */
    public Map<UUID, List<AttachedFile>> of(List<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<AttachedFile>> files = new HashMap<>();
        for (StoredFile file : rows.ofSubjects(subjects)) {
            UUID subject = Objects.requireNonNull(file.subject());
            files.computeIfAbsent(subject, first -> new ArrayList<>()).add(AttachedFile.of(file));
        }
        return files;
    }

    private static List<String> pointers(List<UUID> ids, String pointer) {
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            pointers.add(pointer + "/" + i);
        }
        return pointers;
    }

    private List<Fault> faults(List<StoredFile> found, List<UUID> ids, List<String> pointers, Caller caller) {
        Map<UUID, StoredFile> byId = byId(found);
        List<UUID> missing = ids.stream().filter(id -> !byId.containsKey(id)).toList();
        Set<UUID> unfinished =
                missing.isEmpty() ? Set.of() : rows.unfinished(missing, caller.subject(), Instant.now(clock));
        Set<UUID> named = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            KitProblem fault =
                    named.add(id) ? fault(byId.get(id), unfinished.contains(id), caller) : KitProblem.FILE_TWICE;
            if (fault != null) {
                faults.add(Fault.at(pointers.get(i), fault));
            }
        }
        return faults;
    }

    private static @Nullable KitProblem fault(@Nullable StoredFile file, boolean isUnfinished, Caller caller) {
        if (isUnfinished) {
            return KitProblem.FILE_UNFINISHED;
        }
        if (file == null || !file.uploadedBy().equals(caller.subject())) {
            return KitProblem.FILE_UNKNOWN;
        }
        if (file.subject() != null) {
            return KitProblem.FILE_ATTACHED;
        }
        return file.scan() == ScanState.INFECTED ? KitProblem.FILE_INFECTED : null;
    }

    private static Map<UUID, StoredFile> byId(List<StoredFile> files) {
        return files.stream().collect(Collectors.toMap(StoredFile::id, file -> file));
    }
}
