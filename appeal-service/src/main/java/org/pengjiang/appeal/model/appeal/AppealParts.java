package org.pengjiang.appeal.model.appeal;

import java.util.List;
import java.util.Optional;

/** The parts of appeals, by the appeal that they belong to: whoever has loaded it may have them. */
public interface AppealParts {
    /** In the order of their numbers. */
    <P extends AppealPart> List<P> of(Appeal appeal, Class<P> kind);

    <P extends RoundPart> Optional<P> ofRound(Appeal appeal, int round, Class<P> kind);

    /** Of every round that has one, the first one first. */
    <P extends RoundPart> List<P> ofRounds(Appeal appeal, Class<P> kind);

    void add(AppealPart part);

    void add(RoundPart part);

    default <P extends AppealPart> Optional<P> newest(Appeal appeal, Class<P> kind) {
        List<P> all = of(appeal, kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The number of the next part of a kind. */
    default int nextSeq(Appeal appeal, Class<? extends AppealPart> kind) {
        return 1 + newest(appeal, kind).map(AppealPart::seq).orElse(0);
    }
}
