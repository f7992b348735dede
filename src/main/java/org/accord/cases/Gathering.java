package org.accord.cases;

import java.time.LocalDate;
import org.accord.process.ProcessDefinition;

/**
 * A case as a meeting or workshop with its dates.
 *
 * @param last the first day if it is the only one
 * @param on whether it took place, or as things stand will; a proposal only while it is undecided
 */
public record Gathering(
        CaseFile file, ProcessDefinition.Gathering.Kind kind, LocalDate first, LocalDate last, boolean on) {}
