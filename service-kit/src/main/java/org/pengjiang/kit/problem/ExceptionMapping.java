package org.pengjiang.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarErrorCode;
import org.pengjiang.calendar.CalendarException;
import org.pengjiang.identifiers.Finding;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.trace.Trace;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says what a failure means to the caller, and writes it to the log as loudly as it deserves. */
@ApplicationScoped
public class ExceptionMapping {
    private static final Logger LOG = Logger.getLogger("suite.http");
    /** What a caller's moment or amount can bring about; anything else of the calendar's is our defect. */
    private static final Set<CalendarErrorCode> CALLERS_OWN = EnumSet.of(
            CalendarErrorCode.CALENDAR_HORIZON_EXCEEDED,
            CalendarErrorCode.AMOUNT_OUT_OF_RANGE,
            CalendarErrorCode.TARGET_INVALID,
            CalendarErrorCode.SPAN_REVERSED);

    private static final Set<String> TRY_AGAIN_STATES = Set.of("40001", "40P01", "55P03", "57014", "25P03", "25P04");
    /** Too long, out of range, no such date, no such character: never half-written, and never the caller's 500. */
    private static final Set<String> BAD_DATA_STATES = Set.of("22001", "22003", "22008", "22021", "22P05");

    private final Map<String, ProblemCode> constraints = new HashMap<>();
    private final ViolationFaults violationFaults;

    ExceptionMapping(Instance<ConstraintProblems> declared, ViolationFaults violationFaults) {
        declared.forEach(problems ->
                problems.byConstraint().forEach((name, code) -> constraints.put(name.toLowerCase(Locale.ROOT), code)));
        this.violationFaults = violationFaults;
    }

    /** Never null, never an exception: what nobody foresaw is INTERNAL. */
    public DomainException of(Throwable failure, Language language) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = beneath(cause)) {
            if (HungUp.isMeantBy(cause) || isWrittenToNobody(cause)) {
                LOG.debugf("the caller has gone %s", Trace.id());
                return new DomainException(KitProblem.REQUEST_MALFORMED);
            }
            Optional<DomainException> known = known(cause, language);
            if (known.isPresent()) {
                return noted(known.get(), failure);
            }
        }
        return noted(new DomainException(KitProblem.INTERNAL), failure);
    }

    /** A commit that failed has no cause: what the database said to it stands among what was suppressed. */
    private static @Nullable Throwable beneath(Throwable failure) {
        Throwable[] suppressed = failure.getSuppressed();
        return failure instanceof RollbackException && failure.getCause() == null && suppressed.length > 0
                ? suppressed[0]
                : failure.getCause();
    }

    /** A write that finds the connection closed fails with an IOException like any other; what is answered to it comes too late. */
    private static boolean isWrittenToNobody(Throwable failure) {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return false;
        }
        RoutingContext request =
                container.instance(CurrentVertxRequest.class).get().getCurrent();
        return request != null
                && request.response().closed()
                && (failure instanceof IOException
                        || (failure instanceof IllegalStateException
                                && request.response().ended()));
    }

    private Optional<DomainException> known(Throwable failure, Language language) {
        return switch (failure) {
            case DomainException refusal -> Optional.of(refusal);
            case InvalidIdentifier refusal ->
                Optional.of(new DomainException(
                        KitProblem.VALUE_UNACCEPTABLE,
                        List.of(Fault.at("", refusal.finding())),
                        language == Language.CHINESE ? refusal.detailZh() : refusal.detail()));
            case CalendarException refusal
            when CALLERS_OWN.contains(refusal.code()) ->
                Optional.of(new DomainException(
                        KitProblem.VALUE_UNACCEPTABLE,
                        List.of(Fault.at("", new Finding(refusal.code().name(), refusal.detail(), refusal.detailZh()))),
                        language == Language.CHINESE ? refusal.detailZh() : refusal.detail()));
            case ConstraintViolationException violations -> Optional.of(violationFaults.refusal(violations, language));
            case UnauthorizedException e -> refusal(KitProblem.UNAUTHENTICATED);
            case AuthenticationFailedException e -> refusal(KitProblem.UNAUTHENTICATED);
            case AuthenticationCompletionException e -> refusal(KitProblem.UNAUTHENTICATED);
            case AuthenticationRedirectException e -> refusal(KitProblem.UNAUTHENTICATED);
            case ForbiddenException e -> refusal(KitProblem.FORBIDDEN);
            case OptimisticLockException e -> refusal(KitProblem.VERSION_STALE);
            case StaleStateException e -> refusal(KitProblem.VERSION_STALE);
            case PessimisticLockException e -> refusal(KitProblem.UNAVAILABLE);
            case LockTimeoutException e -> refusal(KitProblem.UNAVAILABLE);
            case PSQLException e -> Optional.ofNullable(database(e));
            case SQLException e when DatabaseAway.isMeantBy(e) -> refusal(KitProblem.UNAVAILABLE);
            case WebApplicationException e
            when !hasMeaningfulCause(e) -> Optional.of(StatusCodes.refusal(e.getResponse()));
            default -> Optional.empty();
        };
    }

    private static boolean hasMeaningfulCause(WebApplicationException e) {
        return e.getCause() != null
                && !(e.getCause() instanceof JacksonException)
                && e.getResponse().getStatus() >= 500;
    }

    private @Nullable DomainException database(PSQLException failure) {
        ServerErrorMessage message = failure.getServerErrorMessage();
        String constraint = message == null ? null : message.getConstraint();
        if (constraint != null) {
            ProblemCode code = constraints.get(constraint.toLowerCase(Locale.ROOT));
            return code == null ? null : new DomainException(code);
        }
        String state = failure.getSQLState();
        if (BAD_DATA_STATES.contains(state)) {
            LOG.warnf("%s %s: a check of the input is missing, the database refused it", state, Trace.id());
            return new DomainException(KitProblem.REQUEST_MALFORMED);
        }
        return DatabaseAway.isMeantBy(state) || TRY_AGAIN_STATES.contains(state)
                ? new DomainException(KitProblem.UNAVAILABLE)
                : null;
    }

    private static Optional<DomainException> refusal(ProblemCode code) {
        return Optional.of(new DomainException(code));
    }

    private static DomainException noted(DomainException refusal, Throwable failure) {
        int status = Problems.status(refusal.code());
        if (refusal.code().kind() == Kind.INTERNAL) {
            LOG.errorf(failure, "%s %s", refusal.code().name(), Trace.id());
        } else if (status >= 500) {
            LOG.warnf("%s %s: %s", refusal.code().name(), Trace.id(), failure);
        } else {
            LOG.infof("%d %s", status, refusal.code().name());
        }
        return refusal;
    }
}
