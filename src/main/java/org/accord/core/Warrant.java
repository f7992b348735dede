package org.accord.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a capacity rested on at the moment it was used. It is kept with the act, since mandates and substitutions change
 * later. Days are those of the zone of the programme.
 *
 * @param from first day of the mandate; of a substituted one, the first on which it could be used
 * @param until last day of the mandate, absent when no end is set; of a substituted one, the last on which it can be used
 * @param substitution the substitution by which somebody else's mandate was used; absent when it was their own
 */
public record Warrant(
        LocalDate from, @Nullable LocalDate until, @Nullable String substitution) {}
