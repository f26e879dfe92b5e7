package dev.jeton;

import dev.jeton.failure.SettingsException;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of options or of a key. */
final class TextFile {
    private static final long LONGEST = 1 << 20;

    private TextFile() {}

    /** The text, which is UTF-8.
     * @throws SettingsException when it cannot be read */
    static String read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LONGEST) {
                throw new SettingsException(file
                        + " is longer than 1 MiB: name the file with the options, or with the key");
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new SettingsException(file + " is no UTF-8 text: save it in that encoding");
        } catch (IOException unreadable) {
            throw new SettingsException(file
                    + " cannot be read: check that it exists, and that this process may read it");
        }
    }
}
