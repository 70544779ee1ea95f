package org.pengjiang.team.credit;

import java.util.List;
import org.pengjiang.team.model.Band;

/** What a target line may filter by, as it stood at signing. Kept on every entry, so that no join decides a total. */
record Traits(Band band, boolean manufacturing, String chain, List<String> tags) {
    static final String NO_CHAIN = "";

    Traits {
        tags = tags.stream().distinct().sorted().toList();
    }
}
