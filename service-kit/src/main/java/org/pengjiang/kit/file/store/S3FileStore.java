package org.pengjiang.kit.file.store;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Contents in a bucket: {@code prefix/ab/cd/abcd…}. A content is received in a local file and sent with one PUT, which the server
 * makes visible as a whole or not at all. The server compares a digest of it. A store that is away or slow is an {@link IOException}.
 */
public final class S3FileStore implements FileStore {
    /** A slower connection is given up. */
    private static final long LEAST_BYTES_PER_SECOND = 1 << 20;

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_UNSATISFIABLE = 416;

    private final S3Client s3;
    private final S3Location location;
    private final Path incoming;

    /** @param incoming for what is on its way; each replica may have its own */
    public S3FileStore(S3Location location, Path incoming) {
        this.s3 = location.client();
        this.location = location;
        this.incoming = incoming;
    }

    @Override
    public Incoming receive(InputStream content) throws IOException {
        return Received.into(incoming, content, this::keep);
    }

    private void keep(Received content) throws IOException {
        FileAddress address = content.address();
        if (sizeOf(address) == content.size()) {
            return;
        }
        Duration longest = location.timeout().plusSeconds(content.size() / LEAST_BYTES_PER_SECOND);
        String digest = md5(content.path());
        asked(() -> s3.putObject(
                request -> request.bucket(location.bucket())
                        .key(key(address))
                        .contentType("application/octet-stream")
                        .contentMD5(digest)
                        .overrideConfiguration(
                                limits -> limits.apiCallTimeout(longest).apiCallAttemptTimeout(longest)),
                RequestBody.fromFile(content.path())));
    }

    /** The one digest of a transfer that every server compares. */
    private static String md5(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }

    /** -1 when there is no such content, or nobody may know. */
    private long sizeOf(FileAddress address) throws IOException {
        return asked(() -> {
            try {
                return s3.headObject(
                                request -> request.bucket(location.bucket()).key(key(address)))
                        .contentLength();
            } catch (S3Exception refused) {
                if (refused.statusCode() == NOT_FOUND || refused.statusCode() == FORBIDDEN) {
                    return -1L;
                }
                throw refused;
            }
        });
    }

    @Override
    public InputStream open(FileAddress address, long from, long length) throws IOException {
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        String range = "bytes=" + from + "-" + (from + length - 1);
        try {
            return new Content(s3.getObject(request ->
                    request.bucket(location.bucket()).key(key(address)).range(range)));
        } catch (NoSuchKeyException missing) {
            throw new NoSuchFileException(address.sha256());
        } catch (S3Exception refused) {
            if (refused.statusCode() == RANGE_UNSATISFIABLE) {
                return InputStream.nullInputStream();
            }
            throw new IOException(refused);
        } catch (SdkException away) {
            throw new IOException(away);
        }
    }

    @Override
    public void delete(FileAddress address) throws IOException {
        asked(() -> s3.deleteObject(request -> request.bucket(location.bucket()).key(key(address))));
    }

    @Override
    public void tidy() throws IOException {
        Received.tidy(incoming);
    }

    public void close() {
        s3.close();
    }

    private String key(FileAddress address) {
        String name = address.sha256();
        return location.prefix() + name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (SdkException failure) {
            throw new IOException(failure);
        }
    }

    /** Says when the server ends it too early, and reads no rest that nobody wants. */
    private static final class Content extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> answer;
        private long left;

        Content(ResponseInputStream<GetObjectResponse> answer) {
            super(answer);
            this.answer = answer;
            this.left = answer.response().contentLength();
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? -1 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            count(read);
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            long skipped = super.skip(most);
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) throws IOException {
            if (read >= 0) {
                left -= read;
            } else if (left > 0) {
                throw new EOFException("the store ended a content " + left + " bytes too early");
            }
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                answer.abort();
            } else {
                super.close();
            }
        }
    }
}
