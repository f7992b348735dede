package org.accord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The database files and the password of their superuser, both below one folder. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Path home;
    private final Path data;
    private final Path passwordFile;
    private final Tools tools;
    private final PostmasterFile postmaster;

    Cluster(Path home, Tools tools) {
        this.home = home;
        this.data = home.resolve("data");
        this.passwordFile = home.resolve("password");
        this.tools = tools;
        this.postmaster = PostmasterFile.in(data);
    }

    /** Leaves a cluster of the programs' own version that no server runs on. */
    void prepare(boolean syncToDisk) throws IOException {
        String major = majorOfPrograms();
        if (Files.exists(data)) {
            checkVersion(major);
            checkPassword();
            stopLeftServer();
        } else {
            create(syncToDisk);
        }
    }

    private String majorOfPrograms() {
        Tools.Outcome answer = tools.run("postgres", "--version");
        Matcher version = MAJOR.matcher(answer.output());
        if (!answer.succeeded() || !version.find()) {
            throw new StoreUnavailable(
                    "The PostgreSQL programs in " + home + " cannot be run: " + answer.output(),
                    "Check that the folder is not on a file system mounted with noexec and that the system has "
                            + "glibc, or name a PostgreSQL server with spring.datasource.url.");
        }
        return version.group(1);
    }

    private void checkVersion(String major) throws IOException {
        Path file = data.resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "";
        if (found.isEmpty()) {
            throw new StoreUnavailable(
                    "The folder " + data + " does not hold a PostgreSQL database (it has no PG_VERSION).",
                    "Restore it from a backup, or set accord.data-dir to another folder.");
        }
        if (!found.equals(major)) {
            throw new StoreUnavailable(
                    "The data in " + data + " were made by PostgreSQL " + found + "; this Accord carries PostgreSQL "
                            + major + ", which cannot read them.",
                    "Start the Accord that made them, or move the data with pg_dump and pg_restore, or set "
                            + "accord.data-dir to another folder.");
        }
    }

    private void checkPassword() {
        if (!Files.isReadable(passwordFile)) {
            throw new StoreUnavailable(
                    "The database in " + data + " is there, but the file with its password, " + passwordFile
                            + ", is not, or may not be read.",
                    "Restore that file from a backup, and start Accord as the user that owns it.");
        }
    }

    private void stopLeftServer() throws IOException {
        postmaster.server(data).ifPresent(server -> {
            LOG.warn("PostgreSQL {} of an Accord that was killed still runs on {}; stopping it", server.pid(), data);
            stop();
        });
        postmaster.remove();
    }

    private void create(boolean syncToDisk) throws IOException {
        Path unfinished = home.resolve("data.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Password.writeNew(passwordFile);
        Tools.Outcome made = tools.run("initdb", creation(unfinished, syncToDisk));
        if (!made.succeeded()) {
            throw new StoreUnavailable(
                    "The database in " + data + " cannot be made: " + made.output(),
                    "Put right what initdb says above, or name a PostgreSQL server with spring.datasource.url.");
        }
        Files.move(unfinished, data);
    }

    private String[] creation(Path target, boolean syncToDisk) {
        var arguments = new ArrayList<>(List.of(
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        if (!syncToDisk) {
            arguments.add("--no-sync");
        }
        return arguments.toArray(String[]::new);
    }

    /** Stops the server at once but in order; if it will not within a minute, leaves recovery to its next start. */
    void stop() {
        Tools.Outcome fast = stop("fast", 60);
        Tools.Outcome last = fast.succeeded() ? fast : stop("immediate", 10);
        if (!last.succeeded() && postmaster.server(data).isPresent()) {
            throw new StoreUnavailable(
                    "The PostgreSQL that runs on " + data + " cannot be stopped: " + last.output(),
                    "Stop process " + postmaster.pid().map(String::valueOf).orElse("?") + " and start Accord again.");
        }
    }

    private Tools.Outcome stop(String mode, int seconds) {
        return tools.run("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", String.valueOf(seconds));
    }

    Path data() {
        return data;
    }

    PostmasterFile postmaster() {
        return postmaster;
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }
}
