package org.pengjiang.localstack.issuer;

import java.util.List;

/** Who there is to act as. */
public final class Personas {

    private Personas() {}

    public static List<String> names() {
        return Realm.load().personaNames();
    }
}
