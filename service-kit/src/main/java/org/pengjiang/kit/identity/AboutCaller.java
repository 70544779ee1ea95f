package org.pengjiang.kit.identity;

import java.util.Map;

/** What a service adds to {@code GET /v1/me}: appointments it knows of, for one. Declare an application-scoped bean. */
public interface AboutCaller {
    Map<String, ?> about(Caller caller);
}
