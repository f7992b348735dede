package org.accord.initiatives;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each pillar of the plan stands in each State of the region.
 *
 * @param plan the case in which the plan was adopted, or is being adopted; absent before
 * @param pillars their codes, in the order of the programme
 */
public record Board(@Nullable Plan plan, List<String> pillars, List<Row> rows) {

    /** @param adopted the day of the meeting that adopted it, if it was */
    public record Plan(String caseKey, @Nullable LocalDate adopted) {}

    /** How a State stands to the plan. */
    public enum Standing {
        /** Nothing has been adopted yet. */
        TAKES_PART,
        ADOPTED,
        OBSERVER,
        DEFERRED
    }

    /** @param cells by pillar */
    public record Row(String state, Standing standing, Map<String, Cell> cells) {}

    /**
     * What there is of a pillar in a State. A State that has not adopted the plan takes part only in what is under way.
     *
     * @param shares the furthest stage first
     * @param hosted how many workshops of the pillar take or took place there
     */
    public record Cell(List<Share> shares, int hosted) {}

    /** So many initiatives at one stage. */
    public record Share(Stage stage, int count) {}
}
