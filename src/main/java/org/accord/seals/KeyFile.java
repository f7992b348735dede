package org.accord.seals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key of the log in a file that its owner alone may read, and the verifier keys of those it followed. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final String origin;

    KeyFile(Path folder, String origin) {
        this.folder = folder;
        this.origin = origin;
    }

    Path path() {
        return folder.resolve("key");
    }

    /** The keys for those who verify, the present one first. */
    private Path known() {
        return folder.resolve("verifier-keys");
    }

    /**
     * Reads the key, anew each time. Stops sealing ({@code keyMissing}, {@code keyUnreadable}, {@code keyOpen},
     * {@code keyBroken}, {@code keyOfAnotherLog}, {@code keyUnknown}) rather than sign with a key that is not what it should be.
     */
    LogKey read() {
        try {
            requirePrivate();
            LogKey key = LogKey.parse(Files.readString(path()));
            if (!key.name().equals(origin)) {
                throw new SealingStopped("keyOfAnotherLog", path(), key.name(), origin);
            }
            if (Files.notExists(known())) {
                publish(List.of(new KnownKey(key.verifier(), null)));
            } else if (Files.readAllLines(known()).stream()
                    .map(KnownKey::parse)
                    .noneMatch(known -> known.last() == null && known.is(key))) {
                throw new SealingStopped("keyUnknown", path(), known());
            }
            return key;
        } catch (NoSuchFileException e) {
            throw new SealingStopped("keyMissing", path());
        } catch (IOException e) {
            throw new SealingStopped("keyUnreadable", path(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new SealingStopped("keyBroken", path());
        }
    }

    private void requirePrivate() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path(), PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> granted = view.readAttributes().permissions();
        if (!OWNER.containsAll(granted)) {
            throw new SealingStopped("keyOpen", path(), PosixFilePermissions.toString(granted));
        }
    }

    /** Makes the first key, unless another process of this log has made it meanwhile. */
    void create() {
        try {
            Files.createDirectories(folder);
            write(path(), LogKey.random(origin).written(), StandardOpenOption.CREATE_NEW);
            read();
        } catch (FileAlreadyExistsException e) {
            // the one that is there counts
        } catch (IOException e) {
            throw new SealingStopped("keyUnreadable", path(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Puts a new key in the place of the old one, which goes on to verify what it signed up to that size. Wherever it is
     * interrupted, the key that lies there is known.
     */
    void exchange(long size) {
        List<KnownKey> before = known(read());
        LogKey fresh = LogKey.random(origin);
        List<KnownKey> both = new ArrayList<>(before);
        both.add(new KnownKey(fresh.verifier(), null));
        List<KnownKey> after = new ArrayList<>(List.of(new KnownKey(fresh.verifier(), null)));
        before.forEach(key -> after.add(key.until(size)));
        try {
            Path next = folder.resolve("key.next");
            Files.deleteIfExists(next);
            write(next, fresh.written(), StandardOpenOption.CREATE_NEW);
            publish(both);
            replace(next, path());
            publish(after);
        } catch (IOException e) {
            throw new SealingStopped("keyUnreadable", path(), String.valueOf(e.getMessage()));
        }
    }

    private void publish(List<KnownKey> keys) throws IOException {
        Path incoming = Files.createTempFile(folder, "verifier-keys-", "");
        Files.write(incoming, keys.stream().map(KnownKey::written).toList());
        replace(incoming, known());
    }

    /** Neither the old nor the new is lost, wherever the power fails. */
    private static void replace(Path fresh, Path file) throws IOException {
        toDisk(fresh, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        toDisk(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    private static void toDisk(@Nullable Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(Objects.requireNonNull(file), how)) {
            channel.force(true);
        }
    }

    /** Where an exchange was interrupted, keys that sign no more get the size reached as their last. */
    void settle(long size) {
        List<KnownKey> keys = verifiers();
        if (keys.stream().skip(1).anyMatch(key -> key.last() == null)) {
            List<KnownKey> settled = new ArrayList<>(keys.subList(0, 1));
            keys.stream().skip(1).map(key -> key.until(size)).forEach(settled::add);
            try {
                publish(settled);
            } catch (IOException e) {
                throw new SealingStopped("keyUnreadable", known(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static void write(Path file, String text, StandardOpenOption... how) throws IOException {
        EnumSet<StandardOpenOption> options = EnumSet.of(StandardOpenOption.WRITE, how);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (var channel = posix
                ? Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(OWNER))
                : Files.newByteChannel(file, options)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }

    /** The keys of the log, the present one first. */
    List<KnownKey> verifiers() {
        return known(read());
    }

    private List<KnownKey> known(LogKey present) {
        List<KnownKey> keys = new ArrayList<>(List.of(new KnownKey(present.verifier(), null)));
        try {
            Files.readAllLines(known()).stream()
                    .map(KnownKey::parse)
                    .filter(key -> !key.is(present))
                    .forEach(keys::add);
        } catch (IOException e) {
            throw new SealingStopped("keyUnreadable", known(), String.valueOf(e.getMessage()));
        }
        return keys;
    }
}
