package org.accord.programme;

import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A State that takes part in the programme or meets it as host, observer or guest.
 *
 * @param ofFormalName the formal name as it stands after “of”, in the genitive in Russian; the formal name if no other is given
 * @param participates whether it takes part when a new plan begins; each case may change that for itself
 * @param calendar code of its holiday calendar, if the programme keeps one
 */
public record State(
        String code,
        LocalText name,
        LocalText formalName,
        LocalText ofFormalName,
        Group group,
        boolean participates,
        @Nullable String calendar) {

    public enum Group {
        REGION,
        OTHER
    }
}
