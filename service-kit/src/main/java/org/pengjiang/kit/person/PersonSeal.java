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
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.SealedData;
import org.pengjiang.kit.crypto.rotation.SealedColumn;

/**
 * Makes name, phone and position of somebody unreadable in the database, bound to the row: a value that was copied opens
 * nowhere else. One for each column; what it is made with stays for ever, since the stored bytes are bound to it.
 */
public final class PersonSeal {
    private final DataKeys keys;
    private final Encryptor encryptor;
    private final String table;
    private final String part;

    /**
     * @param table whose rows hold a person each; the log calls them so too, and one key is for all that is known of a row
     * @param part what the person is there; the column is called so, with {@code _sealed} behind it, and that of the
     *     fingerprint with {@code _key}
     */
    public PersonSeal(DataKeys keys, Encryptor encryptor, String table, String part) {
        this.keys = keys;
        this.encryptor = encryptor;
        this.table = table;
        this.part = part;
    }

    /** Under the data key of the row, in the transaction that stores the bytes. */
    public byte[] seal(UUID row, String name, PhoneNumber phone, @Nullable String position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeUTF(phone.value());
            out.writeUTF(position == null ? "" : position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys.seal(owner(row), bytes.toByteArray(), context(row));
    }

    public <T> OpenedPerson<T> open(UUID row, byte @Nullable [] sealed, Reader<T> reader) {
        return open(row, sealed == null ? null : keys.withKey(sealed), reader);
    }

    /** The same for one of many rows, read with their keys by one statement. */
    public <T> OpenedPerson<T> open(UUID row, @Nullable SealedData sealed, Reader<T> reader) {
        Optional<byte[]> opened = sealed == null ? Optional.empty() : keys.open(sealed, context(row));
        return new OpenedPerson<>(
                opened.map(bytes -> read(bytes, reader)).orElse(null), sealed != null && opened.isEmpty());
    }

    /** Makes them unreadable for good, here and in what the log keeps private of the row. */
    public DataKeys.Erasure erase(UUID row, String by, String reason) {
        return keys.erase(owner(row), by, reason);
    }

    /** For exact search, which sealed bytes do not allow. */
    public byte[] fingerprint(PhoneNumber phone) {
        return encryptor.fingerprint(table + "." + part + ".phone", phone.e164());
    }

    /** Of all that is known of a person, to tell two apart. */
    public byte[] fingerprint(String name, PhoneNumber phone, @Nullable String position) {
        return encryptor.fingerprint(
                table + "." + part, String.join("\n", name, phone.e164(), position == null ? "" : position));
    }

    /** What a rotation of the keys needs to know. */
    public SealedColumn column() {
        return SealedColumn.of(table, part + "_sealed", this::context).ownedBy(this::owner, part + "_key");
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

    private String owner(UUID row) {
        return DataKeys.owner(table, row);
    }

    private byte[] context(UUID row) {
        return (table + "/" + row + "/" + part).getBytes(StandardCharsets.UTF_8);
    }
}
