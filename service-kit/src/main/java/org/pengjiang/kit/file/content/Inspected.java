package org.pengjiang.kit.file.content;

import org.jspecify.annotations.Nullable;

/**
 * What a look into a file has found.
 *
 * @param width of a JPEG or a PNG
 * @param photo of a JPEG, a PNG or a HEIC that says something of itself
 */
public record Inspected(
        FileType type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable PhotoFacts photo) {}
