package org.accord.forms;

import java.util.List;
import java.util.Map;
import org.accord.core.Violation;

/**
 * What checking made of the data.
 *
 * @param values the answers that are of the right type, without hidden ones
 */
record Checked(Map<String, Object> values, List<Violation> violations, Surroundings surroundings) {}
