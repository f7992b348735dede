package org.accord.initiatives;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.cases.CaseFile;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** How far an initiative has come, told by the cases that serve it (jpoa.md P4 to P6). */
public enum Stage {
    /** In the plan; nothing serves it yet, or nothing that came to anything. */
    PLANNED("○"),
    PROPOSED("◔"),
    APPROVED("◑"),
    /** A workshop is being prepared, held or reported on. */
    UNDER_WAY("◕"),
    HELD("●"),
    FOLLOW_UP("◆"),
    SUSPENDED("‖"),
    CARRIED("→"),
    CLOSED("✕"),
    ACHIEVED("✓");

    static final String WORKSHOP = "workshop";

    private final String symbol;

    Stage(String symbol) {
        this.symbol = symbol;
    }

    /** A sign for it, never without its word beside it. */
    public String symbol() {
        return symbol;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses {@code notAnOption}. */
    static Stage named(String word) {
        return Stream.of(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Violation.of("stage", "notAnOption", word)));
    }

    /** The furthest stage of what runs; if nothing runs, that of what ended last and came to something. */
    static Stage of(Collection<CaseFile> work) {
        return work.stream()
                .filter(CaseFile::isRunning)
                .flatMap(file -> of(file).stream())
                .max(Comparator.naturalOrder())
                .or(() -> work.stream()
                        .filter(file -> file.ended() != null && of(file).isPresent())
                        .max(Comparator.comparing(CaseFile::ended).thenComparing(CaseFile::key))
                        .flatMap(Stage::of))
                .orElse(PLANNED);
    }

    private static Optional<Stage> of(CaseFile work) {
        return switch (work.process()) {
            case WORKSHOP -> work.isRunning() ? Optional.of(PROPOSED) : came(work, "approved", APPROVED);
            case "workshop-delivery" ->
                work.isRunning()
                        ? Optional.of(UNDER_WAY)
                        : came(work, "closedWithReport", HELD).or(() -> came(work, "closedWithoutReport", HELD));
            case "follow-up" -> work.isRunning() ? Optional.of(FOLLOW_UP) : afterwards(work);
            default -> Optional.empty();
        };
    }

    private static Optional<Stage> afterwards(CaseFile work) {
        return came(work, "achieved", ACHIEVED)
                .or(() -> came(work, "closedNotAchieved", CLOSED))
                .or(() -> came(work, "carriedToNextPlan", CARRIED))
                .or(() -> came(work, "suspended", SUSPENDED));
    }

    private static Optional<Stage> came(CaseFile work, String outcome, Stage stage) {
        return outcome.equals(work.outcome()) ? Optional.of(stage) : Optional.empty();
    }
}
