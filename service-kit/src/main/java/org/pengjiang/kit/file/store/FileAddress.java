package org.pengjiang.kit.file.store;

import java.util.regex.Pattern;

/** Where a content lies: its SHA-256, 64 small hexadecimal digits. The same content has the same address. */
public record FileAddress(String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public FileAddress {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + sha256);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
