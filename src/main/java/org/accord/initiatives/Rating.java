package org.accord.initiatives;

import java.time.Instant;

/**
 * How an initiative was rated by the table D13.
 *
 * @param caseKey the follow-up in which it was
 * @param colour {@code green}, {@code amber}, {@code red}, {@code blue} (done), {@code grey} (suspended by a State)
 */
public record Rating(String caseKey, String colour, Instant at) {}
