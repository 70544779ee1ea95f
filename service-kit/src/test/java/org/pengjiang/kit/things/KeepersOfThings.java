package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.Involvement;

/** Whoever keeps the things of a name is involved in them, as they are called now, wherever they lie; whom they are about does not see them. */
@ApplicationScoped
public class KeepersOfThings implements Involvement {
    @Override
    public Optional<SqlCondition> of(Caller caller) {
        return caller.claim("keeps")
                .map(name ->
                        SqlCondition.of("EXISTS (SELECT FROM thing t WHERE t.id = l.subject AND t.name = ?)", name));
    }

    @Override
    public Optional<SqlCondition> concealed(Caller caller) {
        return caller.claim("isAbout")
                .map(name -> SqlCondition.of("l.subject IN (SELECT t.id FROM thing t WHERE t.name = ?)", name));
    }

    @Override
    public Optional<SqlCondition> elsewhere(Caller caller) {
        return caller.claim("keepsEverywhere")
                .map(name -> SqlCondition.of("l.subject IN (SELECT t.id FROM thing t WHERE t.name = ?)", name));
    }
}
