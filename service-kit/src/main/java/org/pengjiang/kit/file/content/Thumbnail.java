package org.pengjiang.kit.file.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** A small picture of a JPEG or a PNG, upright and without EXIF. */
public final class Thumbnail {
    /** No side is longer. */
    public static final int EDGE = 320;

    private Thumbnail() {}

    /**
     * @param mostPixels a larger picture is refused by its header, before anything of it is decoded
     * @throws DomainException THUMBNAIL_IMPOSSIBLE
     */
    public static byte[] of(FileType type, InputStream picture, @Nullable Integer orientation, long mostPixels)
            throws IOException {
        if (!StrippedCopy.isPossible(type)) {
            throw new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, type.mediaType());
        }
        String format = type == FileType.JPEG ? "jpeg" : "png";
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream bytes = new MemoryCacheImageInputStream(picture)) {
            reader.setInput(bytes, true, true);
            BufferedImage small = decoded(reader, mostPixels);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(upright(small, type, orientation == null ? 1 : orientation), format, out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException undecodable) {
            throw new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, type.mediaType());
        } finally {
            reader.dispose();
        }
    }

    /** Every n-th pixel of every n-th line: no more than twice what is needed ever lies in memory. */
    private static BufferedImage decoded(ImageReader reader, long mostPixels) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > mostPixels) {
            throw new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, width + " × " + height);
        }
        int step = Math.max(1, Math.max(width, height) / (2 * EDGE));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
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
}
