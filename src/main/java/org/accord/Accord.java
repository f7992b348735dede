package org.accord;

import java.util.Arrays;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.accord.operations.LintCommand;
import org.accord.verification.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Accord. The packages beside this class are its modules, one capability each. */
@SpringBootApplication
@EnableScheduling
public class Accord {

    /**
     * Serves pages and API; with the command {@code replay} plays the programme's history and ends, with {@code audit-verify}
     * checks the record and ends, with {@code invite} makes an account's invitation and ends, with {@code lint} checks a
     * programme, its models and forms and ends.
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (Arrays.asList(args).contains(VerifyCommand.NAME)) {
            System.exit(VerifyCommand.run(args));
        }
        if (Arrays.asList(args).contains(LintCommand.NAME)) {
            System.exit(LintCommand.run(Accord.class, System.out, args));
        }
        SpringApplication application = new SpringApplication(Accord.class);
        if (Stream.of("replay", "invite").anyMatch(Arrays.asList(args)::contains)) {
            application.setDefaultProperties(Map.of("server.port", "0"));
            System.exit(SpringApplication.exit(application.run(args)));
        }
        application.run(args);
    }
}
