package org.accord.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs PostgreSQL's programs: never as root in their own eyes, and never through a shell. */
final class Tools {

    private static final List<String> NEW_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NEW_SESSION = List.of("setsid");

    private final Path programs;
    private final boolean asRoot;

    private Tools(Path programs, boolean asRoot) {
        this.programs = programs;
        this.asRoot = asRoot;
    }

    /** Refuses when this process is root and the system does not let root take the user namespace that it needs. */
    static Tools of(Path programs, boolean asRoot) {
        if (asRoot) {
            probeNamespace();
        }
        return new Tools(programs, asRoot);
    }

    private static void probeNamespace() {
        Outcome seen = outcome(command(List.of("unshare", "-U", "id", "-u")));
        if (!seen.succeeded() || seen.output().equals("0")) {
            throw new StoreUnavailable(
                    "Accord runs as root, as whom PostgreSQL refuses to run, and this system does not permit a user "
                            + "namespace without root (unshare -U): " + seen.output(),
                    "Run Accord as an ordinary user that has a name in /etc/passwd, or permit user namespaces, "
                            + "or name a PostgreSQL server with spring.datasource.url.");
        }
    }

    record Outcome(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    Outcome run(String program, String... arguments) {
        return outcome(command(line(program, List.of(arguments))));
    }

    /** Starts the server in a session of its own, so that Ctrl-C reaches Accord alone, which then stops the server. */
    Process serve(Path log, List<String> arguments) throws IOException {
        List<String> line = line("postgres", arguments);
        File output = log.toFile();
        return command(Files.isExecutable(Path.of("/usr/bin/setsid")) ? joined(NEW_SESSION, line) : line)
                .redirectOutput(output)
                .start();
    }

    private List<String> line(String program, List<String> arguments) {
        String path = programs.resolve("bin").resolve(program).toString();
        List<String> plain = joined(List.of(path), arguments);
        return asRoot ? joined(NEW_NAMESPACE, plain) : plain;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static ProcessBuilder command(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(line)).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Outcome outcome(ProcessBuilder command) {
        try {
            Process process = command.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static StoreUnavailable interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StoreUnavailable(
                "The start of the embedded PostgreSQL was interrupted.", "Start Accord again.", cause);
    }
}
