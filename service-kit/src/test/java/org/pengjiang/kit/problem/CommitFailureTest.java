package org.pengjiang.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.RollbackException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Proxy;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The database ends while a transaction commits: the transaction manager only suppresses what the driver said. */
class CommitFailureTest {
    @Test
    void aCommitThatTheDatabaseBrokeOffIsUnavailable() {
        Throwable said = new PSQLException(new ServerErrorMessage("SFATAL\0C57P01\0Mterminating connection\0"));

        assertEquals(KitProblem.UNAVAILABLE, refusal(said));
    }

    @Test
    void aCommitThatFailsOtherwiseIsOurDefect() {
        assertEquals(KitProblem.INTERNAL, refusal(new IllegalStateException("a defect")));
    }

    private static ProblemCode refusal(Throwable said) {
        XAException branch = new XAException(XAException.XA_RBROLLBACK);
        branch.initCause(said);
        RollbackException rolledBack = new RollbackException("Could not commit transaction.");
        rolledBack.addSuppressed(branch);
        Throwable failure = new ArcUndeclaredThrowableException("Error invoking subclass method", rolledBack);
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            return new ExceptionMapping(nothing(), new ViolationFaults(validators))
                    .of(failure, Language.ENGLISH)
                    .code();
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<ConstraintProblems> nothing() {
        return (Instance<ConstraintProblems>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> null);
    }
}
