package org.pengjiang.kit.person;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * What is known of somebody: the person, nothing, or that the person was erased.
 *
 * @param person null in the second and third case
 */
public record OpenedPerson<T>(@Nullable T person, boolean isErased) {
    /** Null where nothing can be read. */
    public <V> @Nullable V map(Function<? super T, V> view) {
        return person == null ? null : view.apply(person);
    }

    public boolean is(Predicate<? super T> same) {
        return person != null && same.test(person);
    }

    /** @throws DomainException NOT_FOUND, PERSON_ERASED */
    public T orElseThrow() {
        if (person == null) {
            throw new DomainException(isErased ? KitProblem.PERSON_ERASED : KitProblem.NOT_FOUND);
        }
        return person;
    }
}
