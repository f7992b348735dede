package org.accord.programme;

import java.time.Instant;

/**
 * How late work is on one day.
 *
 * @param begins the first moment of the day
 * @param workingDays working days since the day on which it was due; negative before
 * @param days days since then; negative before
 */
public record Lateness(Instant begins, int workingDays, int days) {}
