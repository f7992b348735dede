package org.accord.tasks;

import java.time.Instant;
import java.util.Map;

/** What somebody has written so far; never checked, seen by its author alone. */
public record Draft(Map<String, Object> data, Instant savedAt) {}
