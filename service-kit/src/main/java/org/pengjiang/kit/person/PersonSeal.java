package org.pengjiang.kit.person;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;

/**
 * Makes name, phone and position of somebody unreadable in the database, bound to the row: a value that was copied opens
 * nowhere else. One for each column; what it is made with stays for ever, since the stored bytes are bound to it.
 */
public final class PersonSeal {
    private final Encryptor encryptor;
    private final String table;
    private final String part;

    /**
     * @param table whose rows hold a person each
     * @param part what the person is there; the column is called so, with {@code _sealed} behind it
     */
    public PersonSeal(Encryptor encryptor, String table, String part) {
        this.encryptor = encryptor;
        this.table = table;
        this.part = part;
    }

    public byte[] seal(UUID row, String name, PhoneNumber phone, @Nullable String position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeUTF(phone.value());
            out.writeUTF(position == null ? "" : position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encryptor.seal(bytes.toByteArray(), context(row));
    }

    /** Empty where nothing was kept. */
    public <T> Optional<T> open(UUID row, byte @Nullable [] sealed, Reader<T> reader) {
        return sealed == null ? Optional.empty() : Optional.of(read(encryptor.open(sealed, context(row)), reader));
    }

    /** For exact search, which sealed bytes do not allow. */
    public byte[] fingerprint(PhoneNumber phone) {
        return encryptor.fingerprint(table + "." + part + ".phone", phone.e164());
    }

    /** What a rotation of the keys needs to know. */
    public SealedColumn column() {
        return SealedColumn.of(table, part + "_sealed", this::context);
    }

    /** What a service makes of the three. */
    @FunctionalInterface
    public interface Reader<T> {
        T of(String name, PhoneNumber phone, @Nullable String position);
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String name = in.readUTF();
            PhoneNumber phone = PhoneNumber.parse(in.readUTF());
            String position = in.readUTF();
            return reader.of(name, phone, position.isEmpty() ? null : position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] context(UUID row) {
        return (table + "/" + row + "/" + part).getBytes(StandardCharsets.UTF_8);
    }
}
