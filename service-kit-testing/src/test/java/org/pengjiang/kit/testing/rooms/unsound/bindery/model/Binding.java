package org.pengjiang.kit.testing.rooms.unsound.bindery.model;

import jakarta.ws.rs.core.Response;
import org.pengjiang.kit.testing.rooms.unsound.bindery.BindBook;

class Binding {
    Response answer(BindBook binding) {
        return Response.ok(binding).build();
    }
}
