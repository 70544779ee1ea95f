package org.pengjiang.kit.file.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** A small picture of a JPEG or a PNG, upright and without EXIF. */
public final class Thumbnail {
    /** No side is longer. */
    public static final int EDGE = 320;

    /** Of a JPEG. A progressive one has about ten; each is a pass over the whole picture. */
    private static final int MOST_SCANS = 64;

    /** 8 million pixels in full colour, 16 million with the usual sampling of colours. It lies outside the heap. */
    private static final long MOST_COEFFICIENT_BYTES = 48L << 20;

    private Thumbnail() {}

    /** @throws DomainException THUMBNAIL_IMPOSSIBLE of any file of this type */
    public static void requirePossible(FileType type) {
        if (!StrippedCopy.isPossible(type)) {
            throw impossible(type);
        }
    }

    /**
     * @param mostPixels a larger picture is refused by its header, before anything of it is decoded
     * @throws DomainException THUMBNAIL_IMPOSSIBLE
     */
    public static byte[] of(FileType type, byte[] picture, @Nullable Integer orientation, long mostPixels) {
        requirePossible(type);
        try {
            if (type == FileType.JPEG) {
                requireFewScans(picture);
            }
            BufferedImage small =
                    upright(decoded(type, picture, mostPixels), type, orientation == null ? 1 : orientation);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(small, format(type), out);
            return out.toByteArray();
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | RuntimeException undecodable) {
            // decoders throw whatever occurs to them: a colour profile that is broken is a CMMException
            throw impossible(type);
        }
    }

    private static void requireFewScans(byte[] picture) throws IOException {
        Jpeg.Scans scans = Jpeg.scans(new ByteArrayInputStream(picture));
        if (scans.count() > MOST_SCANS || scans.keptBytes() > MOST_COEFFICIENT_BYTES) {
            throw impossible(FileType.JPEG);
        }
    }

    /**
     * Every n-th pixel of every n-th line: the heap holds no more than twice what is needed. The decoder works line by line, but for a
     * JPEG that comes in several scans, of which it keeps all coefficients ({@link #MOST_COEFFICIENT_BYTES}).
     */
    private static BufferedImage decoded(FileType type, byte[] picture, long mostPixels) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format(type)).next();
        try (ImageInputStream bytes = new InMemory(picture)) {
            reader.setInput(bytes, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                throw new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, width + " × " + height);
            }
            int step = Math.max(1, Math.max(width, height) / (2 * EDGE));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        } finally {
            reader.dispose();
        }
    }

    private static String format(FileType type) {
        return type == FileType.JPEG ? "jpeg" : "png";
    }

    private static DomainException impossible(FileType type) {
        return new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, type.mediaType());
    }

    private static BufferedImage upright(BufferedImage small, FileType type, int orientation) {
        double scale = Math.min(1.0, (double) EDGE / Math.max(small.getWidth(), small.getHeight()));
        int width = Math.max(1, (int) Math.round(small.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(small.getHeight() * scale));
        boolean isTurned = orientation >= 5;
        BufferedImage drawn = new BufferedImage(
                isTurned ? height : width,
                isTurned ? width : height,
                type == FileType.JPEG ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            if (type == FileType.JPEG) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            }
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.transform(turn(orientation, width, height));
            pen.drawImage(small, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    /** As EXIF numbers the eight ways to hold a camera. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Without a second copy of what is in memory already. */
    private static final class InMemory extends ImageInputStreamImpl {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            bitOffset = 0;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            bitOffset = 0;
            int read = (int) Math.min(most, bytes.length - streamPos);
            if (read <= 0) {
                return most == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, (int) streamPos, into, offset, read);
            streamPos += read;
            return read;
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }
}
