package org.accord.reports;

import org.accord.core.LocalText;

/**
 * Where one process is slow.
 *
 * @param steps the slowest first
 */
record Bottleneck(LocalText process, Report steps) {}
