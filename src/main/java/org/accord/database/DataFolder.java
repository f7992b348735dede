package org.accord.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data folder, held by one process at a time for as long as this object is open. */
final class DataFolder implements AutoCloseable {

    private static final String ANOTHER_FOLDER = "set accord.data-dir to a folder that this user may write";

    /** The operating system's lock is per process and lost when any stream on the file closes, so guard it here too. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Locked instead of the text, so that others can read the holder's pid even where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path root;
    private final boolean ownedByRoot;
    private final FileChannel channel;

    private DataFolder(Path root, boolean ownedByRoot, FileChannel channel) {
        this.root = root;
        this.ownedByRoot = ownedByRoot;
        this.channel = channel;
    }

    static DataFolder hold(Path wanted) {
        Path root = existing(wanted);
        boolean asRoot = writesAsRoot(root);
        if (!HELD_HERE.add(root)) {
            throw new DataFolderInUse(root, ProcessHandle.current().pid() + ", this one");
        }
        try {
            return new DataFolder(root, asRoot, locked(root));
        } catch (RuntimeException e) {
            HELD_HERE.remove(root);
            throw e;
        }
    }

    private static Path existing(Path wanted) {
        try {
            return Files.createDirectories(wanted).toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new StoreUnavailable(
                    "The data folder " + wanted.toAbsolutePath() + " is a file, not a folder.",
                    "Move that file away, or " + ANOTHER_FOLDER + ".",
                    e);
        } catch (IOException e) {
            throw notWritable(wanted, e);
        }
    }

    private static boolean writesAsRoot(Path root) {
        try {
            Path probe = Files.createTempFile(root, ".accord-", ".probe");
            try {
                return Files.getFileStore(probe).supportsFileAttributeView("unix")
                        && Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static FileChannel locked(Path root) {
        Path file = root.resolve("accord.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DataFolderInUse(root, holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED_BYTE, 1, false);
    }

    private static String holder(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return "unknown";
        }
    }

    private static StoreUnavailable notWritable(Path folder, IOException cause) {
        return new StoreUnavailable(
                "The data folder " + folder.toAbsolutePath() + " cannot be made or written: " + reason(cause) + ".",
                "Give the user that runs Accord the right to write there, or " + ANOTHER_FOLDER + ".",
                cause);
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName().replace("Exception", "") + ", " + cause.getMessage();
    }

    Path root() {
        return root;
    }

    /** Whether what this process writes belongs to root, as whom PostgreSQL refuses to run. */
    boolean ownedByRoot() {
        return ownedByRoot;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw notWritable(root, e);
        } finally {
            HELD_HERE.remove(root);
        }
    }
}
