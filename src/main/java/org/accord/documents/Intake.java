package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.stereotype.Component;

/** Takes a file in: its name, content and language are looked at, and a scanner is asked, before anything is kept. */
@Component
class Intake {

    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final String FIELD = "file";

    private final FileVault vault;
    private final FileInspector inspector;
    private final VirusScanner scanner;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Intake(FileVault vault, FileInspector inspector, VirusScanner scanner) {
        this.vault = vault;
        this.inspector = inspector;
        this.scanner = scanner;
    }

    /** A file that may be kept; closing it deletes what was not. */
    record Taken(FileVault.Incoming incoming, FileType type, String name, Document.Scan scan) implements AutoCloseable {

        @Override
        public void close() {
            incoming.close();
        }
    }

    /** Refuses at the field {@code file} what {@link FileInspector} refuses, {@code fileInfected}, and {@code fileLanguage}; {@code uploadsBusy} when too many come at once. */
    Taken take(InputStream in, String name, String language) {
        try {
            return inspected(vault.receive(in), name, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken inspected(FileVault.Incoming incoming, String name, String language) throws IOException {
        try {
            FileType type = type(incoming, name, language);
            return new Taken(incoming, type, name, scan(incoming));
        } catch (Harmful e) {
            incoming.close();
            throw Refused.invalid(Violation.of(FIELD, e.code(), FileInspector.LARGEST, shown(name), incoming.size()));
        } catch (IOException | RuntimeException e) {
            incoming.close();
            throw e;
        }
    }

    /** Few at once, since a file is held in memory while it is looked at. */
    private FileType type(FileVault.Incoming incoming, String name, String language) throws IOException {
        if (!place()) {
            throw Refused.conflict("uploadsBusy");
        }
        try {
            FileType type = inspector.inspect(incoming.path(), name);
            LanguageCheck.require(incoming.path(), type, language);
            return type;
        } finally {
            places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Document.Scan scan(FileVault.Incoming incoming) throws IOException {
        try (InputStream in = Files.newInputStream(incoming.path())) {
            return switch (scanner.scan(in)) {
                case CLEAN -> Document.Scan.CLEAN;
                case NONE -> Document.Scan.NOT_SCANNED;
                case UNREACHABLE -> Document.Scan.QUARANTINED;
                case INFECTED -> throw new Harmful("fileInfected");
            };
        }
    }

    /** A name as it can be written into a message. */
    static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return plain.length() <= 60 ? plain : plain.substring(0, 59) + "…";
    }
}
