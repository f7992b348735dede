package org.accord.reports;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A period as moments, the second of them excluded, and as days, both of them included. */
record Span(OffsetDateTime from, OffsetDateTime to, LocalDate first, LocalDate last) {}
