package org.pengjiang.kit.http;

import io.vertx.core.http.HttpHeaders;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import org.pengjiang.kit.load.Admission;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Takes a body in, up to the limit and the deadline of its operation, and remembers its digest for the comparison of
 * repeats. The request asks for its place at work when all of the body is there.
 */
@Provider
class BodyGuard implements ReaderInterceptor {
    static final int ORDINARY_LIMIT = 1 << 20;

    private final CurrentRequest request;
    private final ResourceInfo resource;
    private final BodyDeadline deadline;
    private final UploadFolder uploads;
    private final Admission admission;

    BodyGuard(
            CurrentRequest request,
            ResourceInfo resource,
            BodyDeadline deadline,
            UploadFolder uploads,
            Admission admission) {
        this.request = request;
        this.resource = resource;
        this.deadline = deadline;
        this.uploads = uploads;
        this.admission = admission;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Method operation = resource.getResourceMethod();
        Upload upload = operation.getAnnotation(Upload.class);
        long limit = upload == null ? ORDINARY_LIMIT : upload.limit();
        long announced = announced(limit);
        try {
            if (upload == null) {
                takeIn(context, limit, announced);
            } else {
                receive(context, limit);
            }
        } catch (DomainException refusal) {
            if (refusal.code() == KitProblem.BODY_TOO_SLOW) {
                request.closeAfterAnswer();
            }
            throw refusal;
        }
        admission.begin(operation);
        return context.proceed();
    }

    private void takeIn(ReaderInterceptorContext context, long limit, long announced) throws IOException {
        BodyStream stream = new BodyStream(context.getInputStream(), limit, deadline.ofBody());
        byte[] body = stream.readWhole(announced);
        request.bodyDigest(stream.digest());
        context.setInputStream(new ByteArrayInputStream(body));
    }

    private void receive(ReaderInterceptorContext context, long limit) throws IOException {
        BodyStream stream = new BodyStream(context.getInputStream(), limit, deadline.ofUpload());
        UploadedFile file = uploads.receive(stream);
        request.upload(file);
        request.bodyDigest(file.sha256());
    }

    /** The length that the head names, -1 where it names none. */
    private long announced(long limit) {
        long announced = -1;
        for (String length : request.headers(HttpHeaders.CONTENT_LENGTH.toString())) {
            announced = Long.parseLong(length);
            if (announced > limit) {
                throw new DomainException(KitProblem.BODY_TOO_LARGE, limit);
            }
        }
        return announced;
    }
}
