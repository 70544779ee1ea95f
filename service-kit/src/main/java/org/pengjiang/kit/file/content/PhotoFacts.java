package org.pengjiang.kit.file.content;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the camera has noted. It proves nothing: anybody can write it.
 *
 * @param takenAt by the clock of the camera, without a zone
 * @param longitude in WGS 84, as every camera writes it
 */
public record PhotoFacts(
        @Nullable LocalDateTime takenAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer orientation) {
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    /** Empty when nothing of it can be read. */
    static Optional<PhotoFacts> read(byte[] exif) {
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            PhotoFacts facts = of(metadata);
            return facts.takenAt == null && facts.latitude == null && facts.orientation == null
                    ? Optional.empty()
                    : Optional.of(facts);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static PhotoFacts of(Metadata metadata) {
        ExifSubIFDDirectory photo = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        if (place != null
                && (Math.abs(place.getLatitude()) > 90 || Math.abs(place.getLongitude()) > 180 || place.isZero())) {
            place = null;
        }
        Integer orientation = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return new PhotoFacts(
                photo == null ? null : time(photo.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)),
                place == null ? null : place.getLatitude(),
                place == null ? null : place.getLongitude(),
                orientation != null && orientation >= 1 && orientation <= 8 ? orientation : null);
    }

    private static @Nullable LocalDateTime time(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text.strip(), EXIF_TIME);
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
