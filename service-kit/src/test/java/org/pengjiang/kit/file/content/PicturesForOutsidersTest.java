package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.file.content.SampleFiles.photo;
import static org.pengjiang.kit.file.content.SampleFiles.picture;
import static org.pengjiang.kit.file.content.SampleFiles.pngWithExif;
import static org.pengjiang.kit.file.content.SampleFiles.slice;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What leaves the house shows the picture and nothing that the camera has noted. */
class PicturesForOutsidersTest {
    private static final long PIXELS = 32_000_000;

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void theCopyHasTheSamePixelsAndNoNotes(FileType type) throws IOException {
        byte[] photo = type == FileType.JPEG ? photo(70, 50) : pngWithExif(70, 50);
        assertTrue(hasNotes(photo));

        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        StrippedCopy.write(type, new ByteArrayInputStream(photo), copy);

        assertFalse(hasNotes(copy.toByteArray()));
        assertEquals(pixels(photo), pixels(copy.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "JPEG, 1", "JPEG, 2", "JPEG, 3", "JPEG, 4", "JPEG, 5", "JPEG, 6", "JPEG, 7", "JPEG, 8", "PNG, 1", "PNG, 2",
        "PNG, 3", "PNG, 4", "PNG, 5", "PNG, 6", "PNG, 7", "PNG, 8"
    })
    void theCopyIsHeldAsTheOriginalAndSaysNothingElse(FileType type, int orientation) throws Exception {
        // Given
        byte[] camera = picture(type == FileType.JPEG ? "jpeg" : "png", 60, 40);
        byte[] photo = type == FileType.JPEG
                ? SampleFiles.photo(camera, orientation)
                : SampleFiles.pngWithExif(camera, orientation);

        // When
        byte[] copy = stripped(type, photo);

        // Then
        Metadata said = ImageMetadataReader.readMetadata(new ByteArrayInputStream(copy));
        List<Tag> exif = StreamSupport.stream(
                        said.getDirectoriesOfType(ExifDirectoryBase.class).spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .toList();
        assertEquals(
                orientation == 1 ? List.of() : List.of(ExifDirectoryBase.TAG_ORIENTATION),
                exif.stream().map(Tag::getTagType).toList());
        if (orientation != 1) {
            assertEquals(
                    orientation,
                    said.getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifDirectoryBase.TAG_ORIENTATION));
        }
        assertFalse(hasNotes(copy));
        assertEquals(pixels(photo), pixels(copy));
        // a second copy is the first one: what is kept can be read again
        assertArrayEquals(copy, stripped(type, copy));
    }

    private static byte[] stripped(FileType type, byte[] picture) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        StrippedCopy.write(type, new ByteArrayInputStream(picture), copy);
        return copy.toByteArray();
    }

    @Test
    void aThumbnailIsSmallAndUprightAndHasNoNotes() throws IOException {
        byte[] thumbnail = thumbnail(FileType.JPEG, photo(1200, 800), 6);

        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
        assertFalse(hasNotes(thumbnail));
        assertEquals(213, small.getWidth());
        assertEquals(320, small.getHeight());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void theCornerThatWasAtTheTopLeftGoesWhereTheCameraSays(int orientation, int right, int bottom) throws IOException {
        BufferedImage camera = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        camera.setRGB(0, 0, 0xFFFFFF);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(camera, "png", png);

        BufferedImage upright =
                ImageIO.read(new ByteArrayInputStream(thumbnail(FileType.PNG, png.toByteArray(), orientation)));

        assertEquals(orientation >= 5 ? 20 : 30, upright.getWidth());
        assertEquals(0xFFFFFFFF, upright.getRGB(right * (upright.getWidth() - 1), bottom * (upright.getHeight() - 1)));
    }

    @Test
    void aVeryNarrowPictureHasAThumbnailOfOnePixel() throws IOException {
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(thumbnail(FileType.PNG, picture("png", 1, 60_000), 1)));

        assertEquals(1, small.getWidth());
        assertEquals(320, small.getHeight());
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedByItsHeader() {
        byte[] header = slice(picture("png", 9, 9), 0, 60);
        header[16] = 0x7F;
        header[20] = 0x7F;

        assertEquals(
                KitProblem.THUMBNAIL_IMPOSSIBLE, refusal(FileType.PNG, header).code());
        assertEquals(
                List.of("2130706441 × 2130706441"),
                refusal(FileType.PNG, header).arguments());
    }

    @Test
    void thereIsNoThumbnailOfWhatCannotBeDecoded() {
        byte[] photo = photo(200, 200);

        assertEquals(
                KitProblem.THUMBNAIL_IMPOSSIBLE,
                refusal(FileType.PDF, SampleFiles.PDF).code());
        assertEquals(
                KitProblem.THUMBNAIL_IMPOSSIBLE,
                refusal(FileType.HEIC, SampleFiles.heic()).code());
        assertEquals(
                KitProblem.THUMBNAIL_IMPOSSIBLE,
                refusal(FileType.JPEG, slice(photo, 0, 300)).code());
    }

    private static DomainException refusal(FileType type, byte[] picture) {
        return assertThrows(DomainException.class, () -> thumbnail(type, picture, 1));
    }

    private static byte[] thumbnail(FileType type, byte[] picture, int orientation) {
        return Thumbnail.of(type, picture, orientation, PIXELS);
    }

    private static boolean hasNotes(byte[] picture) {
        String bytes = new String(picture, ISO_8859_1);
        return bytes.contains("2026:10:01") || bytes.contains("Nobody") || bytes.contains("GPS");
    }

    private static List<Integer> pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).boxed().toList();
    }
}
