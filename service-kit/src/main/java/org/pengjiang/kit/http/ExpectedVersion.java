package org.pengjiang.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.log.timeline.ChangesSince;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What {@code If-Match} of this request expects; nothing where it was not sent or no request is running. */
@RequestScoped
public class ExpectedVersion {
    private final ChangesSince changes;
    private final CurrentRequest request;
    private @Nullable Set<Long> expected;
    private boolean compared;

    ExpectedVersion(ChangesSince changes, CurrentRequest request) {
        this.changes = changes;
        this.request = request;
    }

    void expect(Set<Long> versions) {
        expected = versions;
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
        if (isNone(number)) {
            throw changes.addTo(stale(number), stored, number, newestBefore(number), request.language());
        }
    }

    /** @throws DomainException VERSION_STALE when the stored version is none of those expected */
    public void check(long stored) {
        if (isNone(stored)) {
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
    boolean isStillOpen() {
        return expected != null && !compared;
    }

    private boolean isNone(long stored) {
        compared = true;
        return expected != null && !expected.contains(stored);
    }

    private static DomainException stale(long stored) {
        return new DomainException(KitProblem.VERSION_STALE).with("currentVersion", stored);
    }

    /** Absent for a tag that is weak, not ours, or newer than what is stored: nobody has read that. */
    private @Nullable Long newestBefore(long stored) {
        return expected == null
                ? null
                : expected.stream()
                        .filter(version -> version < stored)
                        .max(Long::compare)
                        .orElse(null);
    }
}
