package org.accord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's {@code postmaster.pid}: the pid in its first line, the server's state in its eighth. */
record PostmasterFile(Path file) {

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    Optional<Long> pid() {
        return line(0).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    Optional<Integer> port() {
        return line(3).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    boolean saysReady(long pid) {
        return pid().filter(written -> written == pid).isPresent()
                && line(7).filter("ready"::equals).isPresent();
    }

    /** The running server of this data folder. A process that got a dead server's pid by chance is not one. */
    Optional<ProcessHandle> server(Path data) {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> names(process.info(), data));
    }

    private static boolean names(ProcessHandle.Info process, Path data) {
        Path home = data.resolveSibling("");
        return process.arguments()
                .map(arguments -> List.of(arguments).contains(data.toString()))
                .orElseGet(() -> process.command()
                        .map(Path::of)
                        .filter(at -> at.startsWith(home))
                        .isPresent());
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private Optional<String> line(int index) {
        try {
            return Files.readAllLines(file).stream().skip(index).findFirst().map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
