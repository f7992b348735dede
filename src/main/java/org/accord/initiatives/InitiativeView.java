package org.accord.initiatives;

import java.time.Instant;
import java.util.List;
import org.accord.cases.CaseFile;
import org.accord.core.LocalText;
import org.accord.programme.Gathering;
import org.accord.programme.Initiative;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * An initiative as far as its reader may know it.
 *
 * @param rating how it was rated last; absent if it was not, or in a case that the reader may not see
 * @param work the cases that serve it, the newest first
 * @param waits what they wait for now
 * @param yours what the reader can do next
 * @param gatherings the meetings and workshops of the programme that served it
 */
public record InitiativeView(
        Initiative initiative,
        Stage stage,
        @Nullable Rating rating,
        List<Work> work,
        List<Wait> waits,
        List<TaskView> yours,
        List<Gathering> gatherings) {

    /**
     * A case that serves it.
     *
     * @param outcome what it came to; absent while it runs
     */
    public record Work(
            CaseFile file, LocalText process, @Nullable LocalText outcome) {}

    /** Something that a case waits for. */
    public record Wait(
            String caseKey,
            LocalText name,
            @Nullable String role,
            @Nullable String state,
            @Nullable Instant due) {}

    public String code() {
        return initiative.code();
    }
}
