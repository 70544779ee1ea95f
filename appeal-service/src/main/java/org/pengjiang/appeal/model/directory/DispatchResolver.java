package org.pengjiang.appeal.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.identifiers.DivisionCode;

/** Says who would handle an appeal without anybody deciding: the project's special class, else the directory's unit. */
@ApplicationScoped
public class DispatchResolver {
    private final SpecialClassCopies classes;
    private final DispatchDirectory directory;
    private final UnitCopies units;

    DispatchResolver(SpecialClassCopies classes, DispatchDirectory directory, UnitCopies units) {
        this.units = units;
        this.classes = classes;
        this.directory = directory;
    }

    /** @param about the unit that it is about, which never handles it */
    public Optional<DispatchDecision> find(
            @Nullable UUID projectId, String category, DivisionCode division, Optional<UnitKey> about) {
        return Optional.ofNullable(projectId)
                .flatMap(classes::openOf)
                .filter(found -> !units.isSame(found.asHandler().accountableUnit(), division, about))
                .map(found -> new DispatchDecision(found.asHandler(), DispatchBasis.SPECIAL_CLASS))
                .or(() -> directory
                        .unitFor(category, division)
                        .filter(unit -> !units.isSame(unit, division, about))
                        .map(unit -> new DispatchDecision(Handler.unit(unit), DispatchBasis.DIRECTORY)));
    }
}
