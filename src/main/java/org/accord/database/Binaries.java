package org.accord.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The server's programs, unpacked once from the class path and complete whenever they are answered. */
final class Binaries {

    private static final Pattern VERSION_IN_JAR_NAME = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");
    private static final Pattern NOT_NEEDED = Pattern.compile(".*\\.a|lib/pkgconfig/.*|include/.*");
    private static final String LIST = "unpacked.list";

    private final URL archive;
    private final Path folder;

    private Binaries(URL archive, Path folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /** Answers the folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpackedIn(Path parent) throws IOException {
        String name = "postgres-" + platform() + ".txz";
        URL archive =
                Optional.ofNullable(Binaries.class.getResource("/" + name)).orElseThrow(() -> missing(name));
        Files.createDirectories(parent);
        Path folder = parent.toRealPath().resolve("bin-" + version(archive));
        new Binaries(archive, folder).unpack();
        return folder;
    }

    private static StoreUnavailable missing(String name) {
        return new StoreUnavailable(
                "Accord carries no PostgreSQL for this system (" + name + " is not in it).",
                "Name a PostgreSQL server, version 15 or newer, with spring.datasource.url.");
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
        String processor = System.getProperty("os.arch", "");
        return family + "-" + (processor.equals("aarch64") ? "arm_64" : processor.replace("amd64", "x86_64"));
    }

    private static String version(URL archive) throws IOException {
        Optional<String> named = VERSION_IN_JAR_NAME
                .matcher(archive.toString())
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring(1, text.length() - ".jar".length()))
                .reduce((first, last) -> last);
        return named.isPresent()
                ? named.get()
                : "size-" + archive.openConnection().getContentLengthLong();
    }

    private void unpack() throws IOException {
        if (isComplete()) {
            return;
        }
        Path beside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            extract(beside);
            Files.writeString(beside.resolve(LIST), listing(beside));
            moveIntoPlace(beside);
        } finally {
            FileSystemUtils.deleteRecursively(beside);
        }
    }

    /** Sizes are compared, since a power cut soon after unpacking can leave files that are named but empty. */
    private boolean isComplete() throws IOException {
        Path list = folder.resolve(LIST);
        return Files.exists(list) && Files.readString(list).equals(listing(folder));
    }

    private static String listing(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            var sizes = new TreeMap<String, Long>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString(), Files.size(file));
            }
            sizes.remove(LIST);
            return sizes.entrySet().stream()
                    .map(file -> file.getValue() + " " + file.getKey() + "\n")
                    .collect(Collectors.joining());
        }
    }

    private void extract(Path target) throws IOException {
        try (InputStream bytes = new BufferedInputStream(archive.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!NOT_NEEDED.matcher(entry.getName()).matches()) {
                    write(entry, tar, target);
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private void moveIntoPlace(Path beside) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        try {
            Files.move(beside, folder);
        } catch (FileSystemException e) {
            if (!isComplete()) {
                throw e;
            }
        }
    }

    /** Removes what other versions and interrupted starts left beside the folder in use. */
    static void removeOthers(Path inUse) throws IOException {
        try (Stream<Path> all = Files.list(inUse.getParent())) {
            for (Path other : all.filter(path -> !path.equals(inUse)).toList()) {
                String name = other.getFileName().toString();
                if (name.startsWith("bin-") || name.startsWith("unpacking-")) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }
}
