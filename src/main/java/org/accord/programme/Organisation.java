package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
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
 * @param currencies codes of the currencies that its agreement knows (ISO 4217); none if it funds nothing
 */
public record Organisation(
        String code,
        LocalText name,
        @Nullable LocalText abbreviation,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor,
        boolean donor,
        List<String> currencies) {

    public Organisation {
        currencies = List.copyOf(currencies);
    }
}
