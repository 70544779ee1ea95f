package org.pengjiang.kit.log;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/** What {@code If-Match} of this request expects; nothing where it was not sent or no request is running. */
@RequestScoped
public class ExpectedVersion {
    private record IfMatch(Set<Long> versions, Language language) {
        /** Absent for a tag that is weak, not ours, or newer than what is stored: nobody has read that. */
        @Nullable Long newestBefore(long stored) {
            return versions.stream()
                    .filter(version -> version < stored)
                    .max(Long::compare)
                    .orElse(null);
        }
    }

    private final ChangesSince changes;
    private @Nullable IfMatch expected;
    private boolean compared;

    ExpectedVersion(ChangesSince changes) {
        this.changes = changes;
    }

    /** @param language of the caller, for the titles of what has changed */
    public void expect(Set<Long> versions, Language language) {
        expected = new IfMatch(versions, language);
    }

    /** @throws DomainException VERSION_STALE when the stored version is none of those expected; it names what changed since */
    public void check(LoggedAggregate stored) {
        check(stored.version(), stored);
    }

    /**
     * The same for an aggregate that its clients know by a number of its own, which moves with its version.
     *
     * @throws DomainException VERSION_STALE when the number is none of those expected
     */
    public void check(long number, LoggedAggregate stored) {
        IfMatch unmet = unmet(number);
        if (unmet != null) {
            throw changes.addTo(stale(number), stored, number, unmet.newestBefore(number), unmet.language());
        }
    }

    /** @throws DomainException VERSION_STALE when the stored version is none of those expected */
    public void check(long stored) {
        if (unmet(stored) != null) {
            throw stale(stored);
        }
    }

    /**
     * Nothing is stored, so that no version is the present one.
     *
     * @throws DomainException VERSION_STALE when any version is expected
     */
    public void checkAbsent() {
        compared = true;
        if (expected != null) {
            throw new DomainException(KitProblem.VERSION_STALE);
        }
    }

    /** Whether something is expected that nobody has compared. */
    public boolean isStillOpen() {
        return expected != null && !compared;
    }

    private @Nullable IfMatch unmet(long stored) {
        compared = true;
        return expected == null || expected.versions().contains(stored) ? null : expected;
    }

    private static DomainException stale(long stored) {
        return new DomainException(KitProblem.VERSION_STALE).with("currentVersion", stored);
    }
}
