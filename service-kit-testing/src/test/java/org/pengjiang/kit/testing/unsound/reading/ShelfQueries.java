package org.pengjiang.kit.testing.unsound.reading;

import java.util.List;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.identity.SystemScope;

class ShelfQueries {
    List<Object> everybodys(String district) {
        return List.of(district, own());
    }

    List<Object> of(Caller caller) {
        return List.of(caller);
    }

    private static SystemScope own() {
        return Scope.system();
    }
}
