package org.pengjiang.kit.http;

import io.vertx.core.http.HttpHeaders;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Reads a body up to the limit of its operation and remembers its digest for the comparison of repeats. */
@Provider
class BodyGuard implements ReaderInterceptor {
    static final int ORDINARY_LIMIT = 1 << 20;

    private final CurrentRequest request;
    private final ResourceInfo resource;

    BodyGuard(CurrentRequest request, ResourceInfo resource) {
        this.request = request;
        this.resource = resource;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        long limit = limit(resource.getResourceMethod());
        for (String length : request.headers(HttpHeaders.CONTENT_LENGTH.toString())) {
            if (Long.parseLong(length) > limit) {
                throw new DomainException(KitProblem.BODY_TOO_LARGE, limit);
            }
        }
        byte[] body = context.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        if (body.length > limit) {
            throw new DomainException(KitProblem.BODY_TOO_LARGE, limit);
        }
        request.bodyDigest(sha256(body));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static long limit(Method method) {
        Upload upload = method == null ? null : method.getAnnotation(Upload.class);
        return upload == null ? ORDINARY_LIMIT : upload.limit();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
