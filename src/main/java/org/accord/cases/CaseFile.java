package org.accord.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param key {@code KIND-YEAR-NUMBER}
 * @param title what its people call it; the name of its process until somebody gives it one
 * @param outcome the end event that its process reached
 * @param state the State that it takes place in
 * @param initiative code of the initiative of the programme that it serves
 * @param date its reference date, the first day of the meeting
 * @param lastDate the last day, if the meeting is longer than one
 * @param calledOff whether its process has come to where it is clear that the meeting does not take place then
 */
public record CaseFile(
        String key,
        String process,
        @Nullable String definitionId,
        @Nullable String instanceId,
        @Nullable String parent,
        LocalText title,
        Status status,
        @Nullable String outcome,
        @Nullable String state,
        @Nullable String pillar,
        @Nullable String initiative,
        @Nullable LocalDate date,
        @Nullable LocalDate lastDate,
        boolean calledOff,
        boolean secretariatOnly,
        String startedBy,
        Instant started,
        @Nullable Instant ended) {

    private static final Set<String> ADOPTED =
            Set.of("adoptedByConsensus", "adoptedWithStatements", "adoptedByRemaining");

    /** Where a case is in its life. */
    public enum Status {
        RUNNING,
        ENDED,
        CANCELLED,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same case, waiting for an operator. */
    CaseFile failed() {
        return new CaseFile(
                key,
                process,
                definitionId,
                instanceId,
                parent,
                title,
                Status.FAILED,
                outcome,
                state,
                pillar,
                initiative,
                date,
                lastDate,
                calledOff,
                secretariatOnly,
                startedBy,
                started,
                ended);
    }

    /** Whether it is a plan that was adopted: by consensus, with statements, or by the States that remained (D5). */
    public boolean isAdoptedPlan() {
        return outcome != null && ADOPTED.contains(outcome);
    }

    public boolean isRunning() {
        return status == Status.RUNNING || status == Status.FAILED;
    }
}
