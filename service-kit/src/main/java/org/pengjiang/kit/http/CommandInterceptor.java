package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Digest;
import org.pengjiang.kit.http.Idempotency.FirstAnswer;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.ExpectedVersion;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Runs a command in one transaction together with the memory of its answer.
 *
 * <p>The order is what makes a repeat safe: the key is looked up before {@code If-Match}, because the repeat of a change
 * carries the version from before it, and before Bean Validation and the use case, because the first answer stands
 * whatever holds today.
 */
@Command
@Interceptor
@Priority(CommandInterceptor.OUTSIDE_VALIDATION_AND_TRANSACTIONS)
class CommandInterceptor {
    static final int OUTSIDE_VALIDATION_AND_TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 100;
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CurrentRequest request;
    private final CurrentCaller caller;
    private final ExpectedVersion expectedVersion;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    CommandInterceptor(
            CurrentRequest request,
            CurrentCaller caller,
            ExpectedVersion expectedVersion,
            Idempotency idempotency,
            ObjectMapper json) {
        this.request = request;
        this.caller = caller;
        this.expectedVersion = expectedVersion;
        this.idempotency = idempotency;
        this.json = json;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        Command command = invocation.getMethod().getAnnotation(Command.class);
        String key = key(command.idempotencyKey());
        if (!command.oneTransaction()) {
            if (!command.ifMatch()) {
                // its work could not be undone afterwards
                Preconditions.refuse(HttpHeaders.IF_MATCH, request);
            }
            return inManyTransactions(key, command, invocation);
        }
        QuarkusTransaction.begin();
        try {
            Response response = key == null
                    ? first(command, invocation)
                    : once(identify(key, invocation), () -> first(command, invocation));
            if (response.getStatus() >= 400) {
                QuarkusTransaction.rollback();
            } else {
                QuarkusTransaction.commit();
            }
            return response;
        } catch (DomainException refusal) {
            if (refusal.keepsWrites()) {
                QuarkusTransaction.commit();
            } else {
                rollBack(refusal);
            }
            throw refusal;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        }
    }

    private Response inManyTransactions(@Nullable String key, Command command, InvocationContext invocation)
            throws Exception {
        if (key == null) {
            return first(command, invocation);
        }
        byte[] requestId = identify(key, invocation);
        FirstAnswer known = idempotency.find(requestId).orElse(null);
        if (known != null) {
            return repeat(known, requestHash());
        }
        Response response = first(command, invocation);
        return QuarkusTransaction.requiringNew().call(() -> once(requestId, () -> response));
    }

    private static void rollBack(Throwable failure) {
        try {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private @Nullable String key(boolean demanded) {
        List<String> keys = request.headers(KEY_HEADER);
        if (keys.isEmpty() && demanded) {
            throw new DomainException(KitProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
            String wanted = "1..255 ASCII, " + KEY_HEADER + ": 0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10";
            throw new DomainException(
                    KitProblem.HEADER_INVALID,
                    List.of(Fault.at("header:" + KEY_HEADER, KitProblem.HEADER_INVALID, wanted)),
                    wanted);
        }
        return keys.getFirst();
    }

    private byte[] identify(String key, InvocationContext invocation) {
        return Digest.of(
                Digest.bytes(account(invocation)),
                Digest.bytes(request.method()),
                Digest.bytes(request.resourcePath()),
                Digest.bytes(key));
    }

    private String account(InvocationContext invocation) {
        return Stream.of(invocation.getParameters())
                .filter(CallerInBody.class::isInstance)
                .map(body -> "body " + ((CallerInBody) body).caller())
                .findFirst()
                .orElseGet(() -> caller.get().subject());
    }

    private Response once(byte[] requestId, Callable<Response> work) throws Exception {
        if (!idempotency.claim(requestId)) {
            throw new DomainException(KitProblem.REQUEST_IN_PROGRESS);
        }
        byte[] requestHash = requestHash();
        FirstAnswer known = idempotency.find(requestId).orElse(null);
        if (known != null) {
            return repeat(known, requestHash);
        }
        Response response = work.call();
        if (response.getStatus() < 200 || response.getStatus() >= 300) {
            return response;
        }
        FirstAnswer answer = new FirstAnswer(
                requestHash,
                response.getStatus(),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.hasEntity() ? MediaType.APPLICATION_JSON : null,
                response.hasEntity() ? json(response.getEntity()) : new byte[0]);
        idempotency.store(requestId, answer);
        return answer(answer);
    }

    private byte[] requestHash() {
        return Digest.of(Digest.bytes(request.query()), request.bodyDigest().orElseGet(() -> new byte[0]));
    }

    private Response first(Command command, InvocationContext invocation) throws Exception {
        Preconditions.refuse(HttpHeaders.IF_NONE_MATCH, request);
        List<String> ifMatch = request.headers(HttpHeaders.IF_MATCH);
        if (command.ifMatch() || !ifMatch.isEmpty()) {
            expectedVersion.expect(Preconditions.expectedVersions(ifMatch), request.language());
        }
        Response response = (Response) invocation.proceed();
        if (response.getStatus() < 400 && expectedVersion.isStillOpen()) {
            if (!command.ifMatch()) {
                throw Preconditions.notTaken(HttpHeaders.IF_MATCH);
            }
            throw new IllegalStateException(
                    invocation.getMethod() + " compared nothing with If-Match: load what it changes by forChange");
        }
        return response;
    }

    private static Response repeat(FirstAnswer known, byte[] requestHash) {
        if (!MessageDigest.isEqual(known.requestHash(), requestHash)) {
            throw new DomainException(KitProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return answer(known);
    }

    /** First answer and repeat are built by the same lines from the same bytes, so they cannot differ. */
    private static Response answer(FirstAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        header(response, HttpHeaders.ETAG, answer.etag());
        header(response, HttpHeaders.LOCATION, answer.location());
        if (answer.mediaType() != null) {
            response.entity(answer.body()).type(answer.mediaType());
        }
        return response.build();
    }

    private static void header(Response.ResponseBuilder response, String name, @Nullable String value) {
        if (value != null) {
            response.header(name, value);
        }
    }

    private byte[] json(Object entity) throws JsonProcessingException {
        return entity instanceof byte[] written ? written : json.writeValueAsBytes(entity);
    }
}
