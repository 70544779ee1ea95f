package org.pengjiang.kit.file.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself before anybody decodes it.
 *
 * @param exif the TIFF structure in which a camera notes time and place, when there is one
 */
record Picture(int width, int height, byte @Nullable [] exif) {
    Optional<PhotoFacts> facts() {
        return exif == null ? Optional.empty() : PhotoFacts.read(exif);
    }
}
