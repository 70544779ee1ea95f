package org.pengjiang.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.pengjiang.identifiers.InvalidIdentifier;

/** Turns whatever leaves a resource method, or never reaches one, into a problem document. */
class ProblemMappers {
    private static final int BEFORE_THOSE_OF_THE_FRAMEWORK = 1;

    private final Problems problems;
    private final ExceptionMapping mapping;

    ProblemMappers(Problems problems, ExceptionMapping mapping) {
        this.problems = problems;
        this.mapping = mapping;
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response any(Throwable failure, HttpHeaders headers) {
        return answer(failure, headers);
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response domain(DomainException refusal, HttpHeaders headers) {
        return answer(refusal, headers);
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response identifier(InvalidIdentifier refusal, HttpHeaders headers) {
        return answer(refusal, headers);
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response violations(ConstraintViolationException violations, HttpHeaders headers) {
        return answer(violations, headers);
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response validation(ValidationException failure, HttpHeaders headers) {
        return answer(failure, headers);
    }

    @ServerExceptionMapper(priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response web(WebApplicationException failure, HttpHeaders headers) {
        return answer(failure, headers);
    }

    @ServerExceptionMapper(
            value = {
                UnauthorizedException.class,
                ForbiddenException.class,
                AuthenticationFailedException.class,
                AuthenticationCompletionException.class,
                AuthenticationRedirectException.class
            },
            priority = BEFORE_THOSE_OF_THE_FRAMEWORK)
    public Response security(SecurityException failure, HttpHeaders headers) {
        return answer(failure, headers);
    }

    private Response answer(Throwable failure, HttpHeaders headers) {
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return problems.response(mapping.of(failure, language), language);
    }
}
