package org.pengjiang.kit.testing.unsound.writing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

public class MoveShelf {
    long count(PanacheRepository<Object> finder) {
        return finder.count();
    }
}
