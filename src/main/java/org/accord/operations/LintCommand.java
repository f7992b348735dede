package org.accord.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The command {@code lint}: checks a programme with its models and forms by starting Accord with them on an empty database of its
 * own, which is thrown away. What it lets pass starts; what it refuses is told as at any start, all faults of a kind at once.
 */
public final class LintCommand {

    /** What is typed. */
    public static final String NAME = "lint";

    private static final int SOUND = 0;
    private static final int FAULTY = 1;

    private LintCommand() {}

    /**
     * Runs the command.
     *
     * @param application the class that starts Accord
     * @param args the settings that say what to check: {@code --accord.programme}, {@code --accord.bpmn.location}, {@code
     *     --accord.forms.location}, {@code --accord.languages}
     * @return 0 if all is sound, 1 if not
     */
    public static int run(Class<?> application, PrintStream out, String... args) {
        Path folder = folder();
        try (ConfigurableApplicationContext accord = start(application, folder, args)) {
            Processes processes = accord.getBean(Processes.class);
            Programme programme = accord.getBean(Programme.class);
            out.printf(
                    "sound: %s in %s, %d processes to start by hand%n",
                    programme.code(),
                    String.join(", ", programme.languages()),
                    processes.startable().size());
            return SOUND;
        } catch (RuntimeException told) {
            return FAULTY;
        } finally {
            forget(folder);
        }
    }

    /** No setting of the surroundings may lead to another database, folder or mail server. */
    private static ConfigurableApplicationContext start(Class<?> application, Path folder, String... args) {
        List<String> apart = List.of(
                "--spring.datasource.url=",
                "--spring.mail.host=",
                "--accord.mode=demo",
                "--accord.data-dir=" + folder,
                "--accord.documents.folder=" + folder.resolve("files"),
                "--accord.seals.folder=" + folder.resolve("log"),
                "--accord.seals.witnesses=",
                "--accord.replay.on-start=false",
                "--server.port=0",
                "--logging.level.root=ERROR",
                "--spring.main.banner-mode=off");
        return new SpringApplication(application)
                .run(Stream.concat(Arrays.stream(args).filter(arg -> !arg.equals(NAME)), apart.stream())
                        .toArray(String[]::new));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("accord-lint");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }
}
