package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every type, made here. */
final class SampleFiles {
    static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(US_ASCII);

    private SampleFiles() {}

    static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With EXIF (1 October 2026, 22.6° N, 113.08° E, turned by 90°), a comment, and a film behind the picture. */
    static byte[] photo(int width, int height) {
        return photo(picture("jpeg", width, height), 6);
    }

    /** The same of a JPEG that there is. */
    static byte[] photo(byte[] plain, int orientation) {
        byte[] exif = join("Exif\0\0".getBytes(US_ASCII), exif(orientation));
        return join(
                slice(plain, 0, 2),
                segment(0xE1, exif),
                segment(0xFE, "taken by A. Nobody".getBytes(US_ASCII)),
                slice(plain, 2, plain.length),
                "ftypmp42 a film with its own GPS".getBytes(US_ASCII));
    }

    static byte[] pngWithExif(int width, int height) {
        return pngWithExif(picture("png", width, height), 6);
    }

    static byte[] pngWithExif(byte[] plain, int orientation) {
        int head = 8 + 25;
        return join(
                slice(plain, 0, head),
                chunk("eXIf", exif(orientation)),
                chunk("tEXt", "Author\0A. Nobody".getBytes(ISO_8859_1)),
                slice(plain, head, plain.length));
    }

    static byte[] heic() {
        byte[] head = join("ftypheic".getBytes(US_ASCII), new byte[4], "mif1heic".getBytes(US_ASCII));
        byte[] data = join("mdat".getBytes(US_ASCII), new byte[4], "Exif\0\0".getBytes(US_ASCII), exif(6));
        return join(length(head), head, length(data), data);
    }

    private static byte[] length(byte[] box) {
        return ByteBuffer.allocate(4).putInt(box.length + 4).array();
    }

    static byte[] zip(String... names) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : names) {
            entries.put(name, ("content of " + name).getBytes(UTF_8));
        }
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] segment(int marker, byte[] content) {
        return join(
                ByteBuffer.allocate(4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .array(),
                content);
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = join(type.getBytes(US_ASCII), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return join(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Big-endian TIFF: IFD0 (orientation, Exif, GPS), the Exif IFD (time), the GPS IFD (place). */
    private static byte[] exif(int orientation) {
        ByteBuffer b = ByteBuffer.allocate(256);
        b.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        b.putShort((short) 3);
        entry(b, 0x0112, 3, 1, orientation << 16);
        entry(b, 0x8769, 4, 1, 50);
        entry(b, 0x8825, 4, 1, 88);
        b.putInt(0);
        b.position(50);
        b.putShort((short) 1);
        entry(b, 0x9003, 2, 20, 68);
        b.putInt(0);
        b.position(68);
        b.put("2026:10:01 09:30:00\0".getBytes(US_ASCII));
        b.position(88);
        b.putShort((short) 4);
        entry(b, 1, 2, 2, 'N' << 24);
        entry(b, 2, 5, 3, 142);
        entry(b, 3, 2, 2, 'E' << 24);
        entry(b, 4, 5, 3, 166);
        b.putInt(0);
        b.position(142);
        degrees(b, 22, 36, 0);
        degrees(b, 113, 4, 48);
        return slice(b.array(), 0, b.position());
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer b, int... parts) {
        for (int part : parts) {
            b.putInt(part).putInt(1);
        }
    }
}
