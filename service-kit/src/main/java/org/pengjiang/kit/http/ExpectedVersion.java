package org.pengjiang.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What {@code If-Match} of this request expects; nothing where it was not sent or no request is running. */
@RequestScoped
public class ExpectedVersion {
    private @Nullable Set<Long> expected;
    private boolean compared;

    void expect(Set<Long> versions) {
        expected = versions;
    }

    /** @throws DomainException VERSION_STALE when the stored version is none of those expected */
    public void check(long stored) {
        compared = true;
        if (expected != null && !expected.contains(stored)) {
            throw new DomainException(KitProblem.VERSION_STALE);
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
}
