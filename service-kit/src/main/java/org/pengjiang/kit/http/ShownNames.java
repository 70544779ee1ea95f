package org.pengjiang.kit.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.AccountNames;

/** The names in one answer: asked for while it is written, and looked up all at once. */
final class ShownNames {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Null while it is not looked up, and where nobody knows it. */
    @Nullable String of(String account) {
        asked.add(account);
        return known.get(account);
    }

    /** @return whether there is anything to write that was not written before */
    boolean lookUp(AccountNames names) {
        known.putAll(names.of(asked));
        return !known.isEmpty();
    }
}
