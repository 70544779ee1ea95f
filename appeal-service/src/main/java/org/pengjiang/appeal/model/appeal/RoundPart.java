package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;

/** Something that an appeal has once in each round, in a table of its own. */
@MappedSuperclass
public abstract class RoundPart {
    @EmbeddedId
    private RoundKey key;

    protected RoundPart() {}

    protected RoundPart(Appeal appeal) {
        this.key = new RoundKey(appeal.id(), appeal.round());
    }

    protected final RoundKey key() {
        return key;
    }

    public final int round() {
        return key.round();
    }
}
