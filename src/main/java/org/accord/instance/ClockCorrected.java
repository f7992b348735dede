package org.accord.instance;

import java.time.Duration;

/**
 * Accord found that the clock of its machine differs from the database's.
 *
 * @param correction what is added to the clock of the machine from now on
 */
public record ClockCorrected(Duration correction) {}
