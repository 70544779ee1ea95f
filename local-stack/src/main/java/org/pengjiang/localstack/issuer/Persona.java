package org.pengjiang.localstack.issuer;

import java.util.Map;

/** A fictional person or platform of the realm file, with the claims its tokens carry. */
record Persona(String name, String password, Map<String, Object> claims) {

    @Override
    public String toString() {
        return name;
    }
}
