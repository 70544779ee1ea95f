package org.pengjiang.appeal.model.filing;

import java.util.List;

/**
 * All that differs between two filings under one number.
 *
 * @param hash of the content that was sent
 */
public record Differences(List<Difference> all, String hash) {
    public boolean isNone() {
        return all.isEmpty();
    }
}
