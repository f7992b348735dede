package org.accord.process;

import org.accord.core.LocalText;

/**
 * Cases that run on an older version of their process.
 *
 * @param definitionId of the older version
 * @param newestId of the newest
 * @param running how many there are
 */
public record Behind(
        String process, LocalText name, int version, String definitionId, int newest, String newestId, int running) {}
