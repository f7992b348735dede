package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or workshop that the programme held.
 *
 * @param host code of the host State
 * @param from first day, at the place of the gathering
 * @param to last day
 * @param pillars codes of the pillars it dealt with
 * @param participants how many took part, if known
 * @param donors codes of the organisations that paid
 * @param coorganisers codes of the organisations that organised it
 * @param initiative code of the initiative it served, if one
 * @param sourceNote what the sources leave open or disagree on
 */
public record Gathering(
        String code,
        Kind kind,
        LocalText title,
        LocalText place,
        String host,
        LocalDate from,
        LocalDate to,
        List<String> pillars,
        @Nullable Integer participants,
        List<String> donors,
        List<String> coorganisers,
        @Nullable String initiative,
        @Nullable String source,
        @Nullable LocalText sourceNote) {

    public enum Kind {
        MEETING,
        WORKSHOP
    }

    public Gathering {
        pillars = List.copyOf(pillars);
        donors = List.copyOf(donors);
        coorganisers = List.copyOf(coorganisers);
    }
}
