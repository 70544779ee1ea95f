package org.pengjiang.kit.testing.unsound.writing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.util.List;
import org.pengjiang.kit.log.AggregateRepository;

public class MoveShelf {
    record Order(@Valid List<Order> further) {}

    long count(PanacheRepository<Object> finder) {
        return finder.count();
    }

    public String piecemeal() {
        return QuarkusTransaction.requiringNew().call(() -> "");
    }

    Object unscoped(AggregateRepository<?> shelves) {
        return shelves.listAll();
    }

    Object next(EntityManager entities) {
        return entities.createNativeQuery("select 1", Long.class).getSingleResult();
    }
}
