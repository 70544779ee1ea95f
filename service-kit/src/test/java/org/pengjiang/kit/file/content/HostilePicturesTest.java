package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pengjiang.kit.file.content.SampleFiles.join;
import static org.pengjiang.kit.file.content.SampleFiles.picture;
import static org.pengjiang.kit.file.content.SampleFiles.segment;
import static org.pengjiang.kit.file.content.SampleFiles.slice;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Pictures that are made to cost much, or to break a decoder: each has a thumbnail or is refused. */
class HostilePicturesTest {
    private static final long PIXELS = 32_000_000;

    @Test
    void aProgressiveJpegIsRefusedBeforeItsCoefficientsTakeMuchMemory() throws IOException {
        byte[] large = sized(progressive(), 8000, 4000);

        assertEquals(KitProblem.THUMBNAIL_IMPOSSIBLE, refusal(large).code());
    }

    @Test
    void soIsOneWithAScanForEachColour() {
        byte[] brightness = withBrightnessAlone(sized(picture("jpeg", 16, 16), 8000, 4000));

        assertEquals(KitProblem.THUMBNAIL_IMPOSSIBLE, refusal(brightness).code());
    }

    @Test
    void aSmallOneOfThemHasAThumbnail() throws IOException {
        assertEquals(16, thumbnail(withBrightnessAlone(picture("jpeg", 16, 16))).getWidth());
    }

    @Test
    void aProgressivePhotoAsPhonesMakeThemHasAThumbnail() throws IOException {
        BufferedImage small = thumbnail(sized(progressive(), 4000, 3000));

        assertEquals(320, small.getWidth());
        assertEquals(240, small.getHeight());
    }

    @Test
    void aLargePhotoOfOneScanHasAThumbnail() throws IOException {
        BufferedImage small = thumbnail(sized(picture("jpeg", 16, 16), 8000, 4000));

        assertEquals(320, small.getWidth());
        assertEquals(160, small.getHeight());
    }

    @ParameterizedTest
    @CsvSource({"60, true", "70, false"})
    void aJpegHasSixtyFourScansAtMost(int scans, boolean isTaken) throws IOException {
        byte[] jpeg = again(progressive(), scans / 10);
        assertEquals(scans, Jpeg.scans(new ByteArrayInputStream(jpeg)).count());

        if (isTaken) {
            assertEquals(16, thumbnail(jpeg).getWidth());
        } else {
            assertEquals(KitProblem.THUMBNAIL_IMPOSSIBLE, refusal(jpeg).code());
        }
    }

    @Test
    void aColourProfileThatCannotBeUsedIsAPictureThatCannotBeDecoded() {
        // Given: the decoder takes the profile, and the conversion to the colours of the thumbnail fails
        String profile = new String(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), ISO_8859_1);
        byte[] broken = profile.replaceFirst("desc", "A2B0").getBytes(ISO_8859_1);
        byte[] plain = picture("jpeg", 64, 48);
        byte[] marked = join("ICC_PROFILE\0\1\1".getBytes(US_ASCII), broken);

        // When
        DomainException refused =
                refusal(join(slice(plain, 0, 2), segment(0xE2, marked), slice(plain, 2, plain.length)));

        // Then
        assertEquals(KitProblem.THUMBNAIL_IMPOSSIBLE, refused.code());
    }

    private static DomainException refusal(byte[] jpeg) {
        return assertThrows(DomainException.class, () -> Thumbnail.of(FileType.JPEG, jpeg, 1, PIXELS));
    }

    private static BufferedImage thumbnail(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Thumbnail.of(FileType.JPEG, jpeg, 1, PIXELS)));
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam slowly = writer.getDefaultWriteParam();
        slowly.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream image = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(image);
            writer.write(null, new IIOImage(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), null, null), slowly);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A header that promises more pixels than there are; a decoder makes up the rest. */
    private static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] sized = jpeg.clone();
        int frame = Math.max(at(jpeg, 0xC0), at(jpeg, 0xC2));
        ByteBuffer.wrap(sized).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return sized;
    }

    /** With all its scans so many times. */
    private static byte[] again(byte[] jpeg, int times) {
        byte[] scans = slice(jpeg, at(jpeg, 0xDA), jpeg.length - 2);
        byte[] longer = slice(jpeg, 0, jpeg.length - 2);
        for (int i = 1; i < times; i++) {
            longer = join(longer, scans);
        }
        return join(longer, slice(jpeg, jpeg.length - 2, jpeg.length));
    }

    /** The first scan of one for each colour; the others are missing. */
    private static byte[] withBrightnessAlone(byte[] jpeg) {
        int scan = at(jpeg, 0xDA);
        byte[] pixels = slice(jpeg, scan + 2 + 12, jpeg.length);
        return join(slice(jpeg, 0, scan), segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}), pixels);
    }

    private static int at(byte[] jpeg, int marker) {
        return new String(jpeg, ISO_8859_1).indexOf("\u00ff" + (char) marker);
    }
}
