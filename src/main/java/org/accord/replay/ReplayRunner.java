package org.accord.replay;

import java.io.PrintStream;
import java.util.Locale;
import org.accord.cases.CaseFile;
import org.accord.instance.InstanceProperties;
import org.accord.instance.MisconfiguredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Plays the programme's history: on the command {@code replay} in the foreground, with a table at the end and an exit code
 * that says whether it ended as history did; in a demonstration on an empty database in the background.
 */
@Component
class ReplayRunner implements ApplicationRunner, ExitCodeGenerator {

    static final String COMMAND = "replay";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    private final Replay replay;
    private final InstanceProperties instance;
    private final Resource history;
    private final boolean onStart;
    private volatile int exitCode;

    ReplayRunner(
            Replay replay,
            InstanceProperties instance,
            @Value("${accord.history}") Resource history,
            @Value("${accord.replay.on-start:true}") boolean onStart) {
        this.replay = replay;
        this.instance = instance;
        this.history = history;
        this.onStart = onStart;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            requireEmptyDemonstration();
            Replay.Outcome outcome = replay.play(ScriptReader.read(history));
            print(outcome, System.out);
            exitCode = outcome.isAsHistory() ? 0 : 1;
        } else if (instance.isDemo() && onStart) {
            playOrWarn();
        }
    }

    private void playOrWarn() {
        if (replay.nothingHasHappened()) {
            Thread player = new Thread(this::playInBackground, COMMAND);
            player.setDaemon(true);
            player.start();
        } else if (replay.isCutShort(ScriptReader.read(history))) {
            LOG.warn("The history of the programme was not played to its end. What is there can be used;"
                    + " for the whole of it name an empty folder with --accord.data-dir.");
        }
    }

    private void requireEmptyDemonstration() {
        if (!instance.isDemo()) {
            throw new MisconfiguredException("History is played in a demonstration only.", "Set accord.mode to demo.");
        }
        if (!replay.nothingHasHappened()) {
            throw new MisconfiguredException(
                    "The database holds cases already; history is played on an empty one.",
                    "Name an empty folder with --accord.data-dir, or an empty database.");
        }
    }

    private void playInBackground() {
        try {
            LOG.info("Playing the history of the programme; the pages show how far it is");
            Replay.Outcome outcome = replay.play(ScriptReader.read(history));
            LOG.info(
                    "History played: {} tasks in {} s, {}",
                    outcome.tasks(),
                    outcome.took().toSeconds(),
                    outcome.isAsHistory() ? "as it was" : "NOT as it was; run the command replay for the table");
        } catch (RuntimeException e) {
            LOG.error("The history of the programme could not be played to its end", e);
        }
    }

    private static void print(Replay.Outcome outcome, PrintStream out) {
        String row = "%-14s %-52s %-12s %-26s %s%n";
        out.printf(Locale.ROOT, row, "Case", "What", "Date", "Outcome", "As in history");
        for (Replay.Line line : outcome.lines()) {
            CaseFile actual = line.actual();
            out.printf(
                    Locale.ROOT,
                    row,
                    actual == null ? "missing" : actual.key(),
                    line.expected().what(),
                    actual == null || actual.date() == null ? "" : actual.date().toString(),
                    actual == null
                            ? ""
                            : actual.outcome() == null ? actual.status().word() : actual.outcome(),
                    line.holds() ? "yes" : "NO, expected " + line.expected().outcome());
        }
        out.printf(
                Locale.ROOT,
                "%d tasks in %d s; %d failed jobs%n",
                outcome.tasks(),
                outcome.took().toSeconds(),
                outcome.failedJobs());
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
