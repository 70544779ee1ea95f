package org.pengjiang.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.OptionalLong;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What {@code If-Match} of this request expects; nothing where the command demands none or no request is running. */
@RequestScoped
public class ExpectedVersion {
    private OptionalLong expected = OptionalLong.empty();

    void expect(long version) {
        expected = OptionalLong.of(version);
    }

    /** @throws DomainException VERSION_STALE when the stored version is another one */
    public void check(long stored) {
        if (expected.isPresent() && expected.getAsLong() != stored) {
            throw new DomainException(KitProblem.VERSION_STALE);
        }
    }
}
