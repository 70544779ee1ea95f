package org.pengjiang.kit.testing.unsound.model;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.pengjiang.kit.testing.unsound.reading.ShelfEndpoint;

class Shelf {
    @Inject
    ShelfEndpoint endpoint;

    Response answer() {
        return Response.ok(endpoint).build();
    }
}
