package org.pengjiang.kit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.HungUp;
import org.pengjiang.kit.problem.KitProblem;

/**
 * A body on its way in: it ends at the limit of its operation and at one deadline for all of it, since a body that comes
 * byte by byte never exceeds the time for a single read. The digest is made as it passes.
 */
final class BodyStream extends FilterInputStream {
    private static final int FIRST_BUFFER = 8 << 10;
    private static final int LARGEST_FIRST_BUFFER = 64 << 10;

    private final long limit;
    private final Duration longest;
    private final long begun = System.nanoTime();
    private final MessageDigest digest = sha256();
    private long length;

    BodyStream(InputStream body, long limit, Duration longest) {
        super(body);
        this.limit = limit;
        this.longest = longest;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int count;
        try {
            count = super.read(into, offset, most);
        } catch (IOException gone) {
            throw new HungUp(gone);
        }
        if (count > 0) {
            length += count;
            digest.update(into, offset, count);
        }
        if (length > limit) {
            throw new DomainException(KitProblem.BODY_TOO_LARGE, limit);
        }
        if (count >= 0 && System.nanoTime() - begun > longest.toNanos()) {
            throw new DomainException(KitProblem.BODY_TOO_SLOW, longest.toSeconds());
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** All of it, in as much memory as has arrived: what a Content-Length promises takes none. */
    byte[] readWhole(long announced) throws IOException {
        int first = announced > 0 ? (int) Math.min(announced + 1, LARGEST_FIRST_BUFFER) : FIRST_BUFFER;
        byte[] buffer = new byte[first];
        int filled = 0;
        for (int n = read(buffer, 0, buffer.length); n >= 0; n = read(buffer, filled, buffer.length - filled)) {
            filled += n;
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.min(2L * buffer.length, limit + 1)));
            }
        }
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }

    /** Of what was read; the last call of all. */
    byte[] digest() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
