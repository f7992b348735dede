package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A text that the programme led to.
 *
 * @param gathering code of the gathering at which it was adopted or from which it grew
 * @param dated day of adoption or issue
 * @param adoptedBy codes of the States that adopted it
 * @param observedBy codes of the States of the region that stood by as observers
 */
public record Instrument(
        String code,
        Type type,
        LocalText title,
        @Nullable String gathering,
        @Nullable LocalDate dated,
        List<String> adoptedBy,
        List<String> observedBy,
        @Nullable String source,
        @Nullable LocalText note) {

    public enum Type {
        PLAN,
        DECLARATION,
        MATRIX
    }

    public Instrument {
        adoptedBy = List.copyOf(adoptedBy);
        observedBy = List.copyOf(observedBy);
    }
}
