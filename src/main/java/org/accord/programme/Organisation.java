package org.accord.programme;

import java.time.LocalDate;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An organisation under the name it bore in a period. When it was renamed or merged the successor is another
 * organisation, so that old records keep the old name.
 *
 * @param abbreviation what people call it, where that is customary
 * @param from first day of the name, if known
 * @param until last day of the name; absent while it lasts
 * @param successor code of the organisation that took over
 * @param donor whether it may fund activities
 */
public record Organisation(
        String code,
        LocalText name,
        @Nullable LocalText abbreviation,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor,
        boolean donor) {}
