package org.pengjiang.appeal.model.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the one appeal of a test, in memory. */
final class ListedParts implements AppealParts {
    private final List<AppealPart> parts = new ArrayList<>();
    private final List<RoundPart> ofRounds = new ArrayList<>();

    @Override
    public <P extends AppealPart> List<P> of(Appeal appeal, Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public <P extends RoundPart> Optional<P> ofRound(Appeal appeal, int round, Class<P> kind) {
        return ofRounds.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(part -> part.round() == round)
                .findFirst();
    }

    @Override
    public <P extends RoundPart> List<P> ofRounds(Appeal appeal, Class<P> kind) {
        return ofRounds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void add(AppealPart part) {
        parts.add(part);
    }

    @Override
    public void add(RoundPart part) {
        ofRounds.add(part);
    }
}
