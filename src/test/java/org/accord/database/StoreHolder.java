package org.accord.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An application of its own that holds a store until it is killed; writes the server's pid when it is ready. */
final class StoreHolder {

    private StoreHolder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var postgres = EmbeddedPostgres.start(StoreForTests.settings(Path.of(arguments[0])));
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(("server " + postgres.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.currentThread().join();
        }
    }
}
