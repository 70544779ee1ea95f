package org.pengjiang.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.problem.DomainException;

/** Begins each page of a list at its cursor. */
@ApplicationScoped
public class Paging {
    private final Cursors cursors;

    Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * @param filter every filter value of the request, in a fixed order; null for one that is not given
     * @throws DomainException CURSOR_INVALID
     */
    public KeysetPage start(PageRequest request, Keyset order, @Nullable Object... filter) {
        String list = Cursors.list(order.beyond(), filter);
        List<String> after = request.cursor() == null ? List.of() : cursors.open(list, request.cursor());
        return new KeysetPage(order, request.limit(), after, position -> cursors.seal(list, position));
    }
}
