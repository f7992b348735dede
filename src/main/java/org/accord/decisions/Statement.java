package org.accord.decisions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say in a decision.
 *
 * @param position {@code support}, {@code abstain}, {@code object}, {@code amend}, {@code statement}, {@code extend},
 *     {@code correction}, or {@code recuse}
 * @param words by language of the programme
 * @param state the State for which it is said; absent for the speaker's own
 */
public record Statement(
        @Nullable String position,
        @Nullable Map<String, String> words,
        @Nullable String state) {}
