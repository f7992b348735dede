package org.accord.verification;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The command {@code audit-verify}: checks the record in the database, or with {@code --from} an export, and says what it
 * found. It needs nothing of Accord but the connection to the database, also while Accord runs on it.
 */
public final class VerifyCommand {

    /** What is typed. */
    public static final String NAME = "audit-verify";

    private static final int SOUND = 0;
    private static final int BAD = 1;
    private static final int UNREADABLE = 2;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @ComponentScan("org.accord.database")
    static class OnlyTheDatabase {}

    private final ApplicationArguments arguments;
    private final PrintStream out;

    private VerifyCommand(ApplicationArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param args {@code --from=FILE} an export in JSON Lines in place of the database; {@code --checkpoint=FILE}, any number
     *     of times, a checkpoint that somebody else kept; {@code --key=KEY} a verifier key that is known, for exports
     * @return 0 if all is as it was sealed, 1 if not, 2 if it could not be read
     */
    public static int run(String... args) {
        return new VerifyCommand(new DefaultApplicationArguments(args), System.out).run();
    }

    private int run() {
        try {
            List<String> exports = option("from");
            Report report =
                    exports.isEmpty() ? ofDatabase() : ExportCheck.run(Path.of(exports.get(0)), kept(), option("key"));
            print(report);
            if (!exports.isEmpty()) {
                out.println("Of an export of a case or a period this says nothing about entries that are not in it.");
                if (option("key").isEmpty()) {
                    out.println("The key is the one that the export names; give the one you know with --key.");
                }
            }
            return report.isSound() ? SOUND : BAD;
        } catch (IOException | SQLException | RuntimeException e) {
            out.println("The record could not be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private List<String> option(String name) {
        List<String> values = arguments.getOptionValues(name);
        return values == null ? List.of() : values;
    }

    private List<Path> kept() {
        return option("checkpoint").stream().map(Path::of).toList();
    }

    private Report ofDatabase() throws IOException, SQLException {
        SpringApplicationBuilder reader = new SpringApplicationBuilder(OnlyTheDatabase.class)
                .web(WebApplicationType.NONE)
                .properties("accord.database.share=true", "logging.level.org.accord=warn");
        try (ConfigurableApplicationContext context = reader.run(arguments.getSourceArgs());
                Connection connection = context.getBean(DataSource.class).getConnection()) {
            String folder = Objects.requireNonNull(context.getEnvironment().getProperty("accord.seals.folder"));
            return DatabaseReport.of(connection, Trusted.in(Path.of(folder), kept()));
        }
    }

    private void print(Report report) {
        out.printf(Locale.ROOT, "%d entries sealed, %d waiting for their seal%n", report.entries(), report.unsealed());
        out.println("root " + report.root());
        if (report.isSound()) {
            out.println("SOUND: every entry is what was sealed, and every checkpoint belongs to them");
        } else {
            out.println("NOT SOUND. First bad: " + report.faults().get(0));
            report.faults().stream().skip(1).forEach(fault -> out.println("  also " + fault));
        }
    }
}
