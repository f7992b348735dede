package org.accord.programme;

import java.time.LocalDate;
import org.accord.core.LocalText;

/** A day that a calendar did not foresee: off by decree, or worked instead of another. */
record ExtraDay(LocalDate day, LocalText name, boolean off) {}
