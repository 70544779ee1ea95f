package org.pengjiang.kit.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The framework names no method with its 405, and those of the whole resource class when it is asked by OPTIONS. */
class AllowHeader {
    private final OperationTable operations;

    AllowHeader(OperationTable operations) {
        this.operations = operations;
    }

    @ServerResponseFilter
    public void complete(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() == Kind.METHOD_NOT_ALLOWED.status() || HttpMethod.OPTIONS.equals(request.getMethod())) {
            answer.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            operations.methodsAt(request.getUriInfo().getPath()));
        }
    }
}
