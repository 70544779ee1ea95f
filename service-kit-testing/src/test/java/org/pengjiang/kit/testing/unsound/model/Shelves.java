package org.pengjiang.kit.testing.unsound.model;

import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.log.LoggedAggregate;

public abstract class Shelves<A extends LoggedAggregate> extends AggregateRepository<A> {
    public abstract List<Object> everybodysShelves(UUID room);

    public abstract List<Object> ofScope(DivisionScope scope);

    public abstract List<Object> beside(LoggedAggregate shelf);

    @Unscoped("sizes are the same everywhere")
    public abstract List<Object> sizes();
}
