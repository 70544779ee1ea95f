package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.SourceConflictNoted;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Differences;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.appeal.model.filing.SourceConflicts;
import org.pengjiang.appeal.model.filing.SourceVersions;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;

/**
 * What a partner's system has filed under the same number. Another content changes nothing either, unless an older version has it: it
 * is noted as a conflict, which the centre reads.
 */
@ApplicationScoped
class FiledBefore {
    private final Appeals appeals;
    private final SourceConflicts conflicts;
    private final SourceVersions versions;
    private final CompareFilings compare;
    private final EventLog log;
    private final Clock clock;

    FiledBefore(
            Appeals appeals,
            SourceConflicts conflicts,
            SourceVersions versions,
            CompareFilings compare,
            EventLog log,
            Clock clock) {
        this.appeals = appeals;
        this.conflicts = conflicts;
        this.versions = versions;
        this.compare = compare;
        this.log = log;
        this.clock = clock;
    }

    /** @param conflict that this content has opened, now or when it was sent before */
    record Repeat(Appeal appeal, @Nullable UUID conflict) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Repeat> find(NewAppeal said, Caller caller) {
        String system = said.systemKey();
        String number = said.externalKey();
        if (system == null || number == null || !caller.hasRole(Roles.PARTNER)) {
            return Optional.empty();
        }
        return appeals.withExternalId(
                        caller,
                        new Appeals.ExternalNumber(system, number),
                        new Appeals.ExternalNumber(
                                Objects.requireNonNull(said.sourceSystem()), Objects.requireNonNull(said.externalId())))
                .map(appeal -> new Repeat(appeal, conflict(appeal, said).orElse(null)));
    }

    private Optional<UUID> conflict(Appeal appeal, NewAppeal said) {
        Long version = said.sourceVersion();
        // what has no version is new
        boolean isOld = version != null && version < versions.newest(appeal, version);
        Differences differences = compare.differences(appeal, said);
        if (differences.isNone()) {
            return Optional.empty();
        }
        Optional<SourceConflict> known = conflicts.of(appeal, differences.hash());
        if (known.isPresent() || isOld) {
            if (version != null && !isOld) {
                known.filter(settled -> settled.reopen(version, Instant.now(clock)))
                        .ifPresent(this::note);
            }
            return known.map(SourceConflict::id);
        }
        SourceConflict conflict = new SourceConflict(
                appeal.division(), appeal.id(), appeal.no(), version, differences, Instant.now(clock));
        note(conflict);
        conflicts.add(conflict);
        return Optional.of(conflict.id());
    }

    private void note(SourceConflict conflict) {
        log.append(
                conflict,
                new SourceConflictNoted(
                        conflict.id(),
                        conflict.appealId(),
                        conflict.appealNo(),
                        conflict.sourceVersion().orElse(null),
                        conflict.pointers()));
    }
}
