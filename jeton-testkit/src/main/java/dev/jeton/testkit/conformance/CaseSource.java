package dev.jeton.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The cases of a folder, or those that come with the testkit. */
record CaseSource(List<CaseFile.Entry> entries, Keys keys, Deviations deviations) {
    private static final String KEYS = "keys.json";
    private static final String INDEX = "index.txt";
    private static final String DEVIATIONS = "deviations.tsv";

    /** The cases of the folder, or the bundled ones where there is none. */
    static CaseSource of(Optional<Path> folder) {
        try {
            return folder.isPresent() ? ofFolder(folder.get()) : bundled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseSource bundled() throws IOException {
        List<CaseFile.Entry> entries = new ArrayList<>();
        for (String file : resource(INDEX).lines().toList()) {
            entries.addAll(CaseFile.parse(file, resource(file)));
        }
        return of(entries, resource(KEYS), true);
    }

    private static CaseSource ofFolder(Path folder) throws IOException {
        List<CaseFile.Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(CaseSource::isCaseFile).sorted().toList()) {
                entries.addAll(
                        CaseFile.parse(file.getFileName().toString(), Files.readString(file)));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no case is in " + folder.toAbsolutePath());
        }
        Path keys = folder.resolve(KEYS);
        return of(entries, Files.exists(keys) ? Files.readString(keys) : resource(KEYS), false);
    }

    private static CaseSource of(List<CaseFile.Entry> entries, String keys, boolean strict)
            throws IOException {
        return new CaseSource(
                withoutTwins(entries),
                Keys.parse(keys),
                Deviations.parse(resource(DEVIATIONS), strict));
    }

    /** A second case of an id becomes one that cannot pass. */
    private static List<CaseFile.Entry> withoutTwins(List<CaseFile.Entry> entries) {
        Set<String> ids = new HashSet<>();
        return entries.stream()
                .map(entry -> ids.add(entry.id())
                        ? entry
                        : new CaseFile.Entry(
                                entry.id(), null, "not understood: the id is there twice"))
                .toList();
    }

    private static boolean isCaseFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.equals(KEYS);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CaseSource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the testkit has no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
