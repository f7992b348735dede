package org.accord.programme;

import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An undertaking of the plan.
 *
 * @param pillar code of its pillar
 * @param source where it is documented, if it is
 * @param note what a reader should know about the wording or the source
 */
public record Initiative(
        String code,
        String pillar,
        LocalText title,
        Flag flag,
        @Nullable String source,
        @Nullable LocalText note) {

    /** How far the initiative is documented. */
    public enum Flag {
        /** Documented as such. */
        REAL,
        /** A documented topic in words of our own. */
        TOPIC,
        /** Made up to show how the programme works. */
        ILLUSTRATIVE
    }
}
