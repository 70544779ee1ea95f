package org.pengjiang.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.pengjiang.kit.load.Upload;

/**
 * The body of an {@link Upload}, in a file that lives as long as the request. A resource method takes it, or what an
 * {@link UploadReader} makes of it, as its body parameter; what is to stay is copied out of it.
 *
 * @param length in bytes
 */
public record UploadedFile(Path path, long length, byte[] sha256) {
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256);
    }
}
