package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells a text from other bytes: it can be read to its end in one of the usual encodings, and holds no control characters. */
final class PlainText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {}

    static boolean isText(Path file) throws IOException {
        for (Charset encoding : startsAsUtf16(file) ? List.of(UTF_16) : List.of(UTF_8, GB18030)) {
            if (isText(file, encoding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAsUtf16(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            int first = bytes.read();
            int second = bytes.read();
            return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        }
    }

    private static boolean isText(Path file, Charset encoding) throws IOException {
        try (Reader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding.newDecoder()))) {
            for (int read = text.read(); read >= 0; read = text.read()) {
                if (!mayStand(read)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean mayStand(int character) {
        return !Character.isISOControl(character)
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character == '\f';
    }
}
