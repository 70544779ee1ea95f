package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/** Says who would handle an appeal without anybody deciding: the project's special class, else the directory's unit. */
@ApplicationScoped
public class HandlerFinder {
    private final KnownSpecialClasses classes;
    private final DispatchDirectory directory;

    HandlerFinder(KnownSpecialClasses classes, DispatchDirectory directory) {
        this.classes = classes;
        this.directory = directory;
    }

    public Optional<FoundHandler> find(@Nullable UUID projectId, String category, DivisionCode division) {
        return Optional.ofNullable(projectId)
                .flatMap(classes::openOf)
                .map(found -> new FoundHandler(found.asHandler(), NamedBy.SPECIAL_CLASS))
                .or(() -> directory
                        .unitFor(category, division)
                        .map(unit -> new FoundHandler(Handler.unit(unit), NamedBy.DIRECTORY)));
    }
}
