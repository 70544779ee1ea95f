package org.pengjiang.kit.crypto;

/** Encrypts what must not be read from a disk or a back-up: contacts, names of natural persons, stored answers. */
public interface Vault {
    /** @param context what the bytes belong to (table, id, column): another context will not open them */
    byte[] seal(byte[] plain, byte[] context);

    /** Opens with the key whose id stands in the sealed bytes, current or retired. */
    byte[] open(byte[] sealed, byte[] context);

    /** A keyed digest for exact search, of the E.164 form of a phone number for one. */
    byte[] fingerprint(String purpose, String value);
}
