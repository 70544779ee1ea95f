package org.pengjiang.kit.load;

import io.vertx.core.http.HttpMethod;
import java.lang.reflect.Method;
import java.util.Locale;

/** What kind of work a request brings. Each kind has a share of the connection pool, so that none keeps the others waiting. */
enum WorkClass {
    READ,
    COMMAND,
    BULK;

    static WorkClass of(Method operation, HttpMethod method) {
        if (operation.isAnnotationPresent(Bulk.class) || operation.isAnnotationPresent(Upload.class)) {
            return BULK;
        }
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) ? READ : COMMAND;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
