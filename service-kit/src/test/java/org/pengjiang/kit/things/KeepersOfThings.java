package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.Involvement;

/** Whoever keeps the things of a name is involved in them, as they are called now. */
@ApplicationScoped
public class KeepersOfThings implements Involvement {
    @Override
    public Optional<SqlCondition> of(Caller caller) {
        return caller.claim("keeps")
                .map(name ->
                        SqlCondition.of("EXISTS (SELECT FROM thing t WHERE t.id = l.subject AND t.name = ?)", name));
    }
}
