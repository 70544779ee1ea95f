package org.pengjiang.kit.openapi;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.identity.RolePermissions;

/** What the annotations of a resource method promise to its callers. */
record ResourceMethod(MethodInfo method) {
    private static final DotName RESPONSE = DotName.createSimple(Response.class);

    boolean isCommand() {
        return annotation(Command.class).isPresent();
    }

    boolean wantsIdempotencyKey() {
        return isCommand() && flag("idempotencyKey");
    }

    boolean takesIdempotencyKey() {
        return isCommand() && !flag("idempotencyKey");
    }

    boolean wantsIfMatch() {
        return isCommand() && flag("ifMatch");
    }

    /** Reads one thing that has a version: only a {@code Response} carries an ETag. */
    boolean readsVersion(boolean hasCursor) {
        return method.hasAnnotation(GET.class) && answersResponse() && !hasCursor && !isStream();
    }

    private boolean isStream() {
        return annotation(Produces.class)
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asStringArray)
                .filter(types -> List.of(types).contains(MediaType.SERVER_SENT_EVENTS))
                .isPresent();
    }

    boolean answersResponse() {
        return method.returnType().name().equals(RESPONSE);
    }

    boolean isForEverybody() {
        return annotation(PermitAll.class).isPresent();
    }

    /** Empty: every caller with a token. */
    Optional<String> permission() {
        return annotation(PermissionsAllowed.class)
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asStringArray)
                .map(named -> named[0]);
    }

    /** Those that have the permission. */
    List<String> roles() {
        return permission().map(RolePermissions.load()::rolesWith).orElse(List.of());
    }

    private boolean flag(String member) {
        return annotation(Command.class)
                .map(command -> command.value(member))
                .map(AnnotationValue::asBoolean)
                .orElse(true);
    }

    private Optional<AnnotationInstance> annotation(Class<? extends Annotation> type) {
        AnnotationInstance own = method.declaredAnnotation(type);
        return Optional.ofNullable(own == null ? method.declaringClass().declaredAnnotation(type) : own);
    }
}
