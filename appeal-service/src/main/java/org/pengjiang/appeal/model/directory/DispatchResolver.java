package org.pengjiang.appeal.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.identifiers.DivisionCode;

/** Says who would handle an appeal without anybody deciding: the project's special class, else the directory's unit. */
@ApplicationScoped
public class DispatchResolver {
    private final SpecialClassCopies classes;
    private final DispatchDirectory directory;

    DispatchResolver(SpecialClassCopies classes, DispatchDirectory directory) {
        this.classes = classes;
        this.directory = directory;
    }

    public Optional<DispatchDecision> find(@Nullable UUID projectId, String category, DivisionCode division) {
        return Optional.ofNullable(projectId)
                .flatMap(classes::openOf)
                .map(found -> new DispatchDecision(found.asHandler(), DispatchBasis.SPECIAL_CLASS))
                .or(() -> directory
                        .unitFor(category, division)
                        .map(unit -> new DispatchDecision(Handler.unit(unit), DispatchBasis.DIRECTORY)));
    }
}
