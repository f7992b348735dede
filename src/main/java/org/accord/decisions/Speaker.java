package org.accord.decisions;

import org.accord.core.Actor;
import org.accord.core.Capacity;

/**
 * Somebody who speaks in a decision.
 *
 * @param sender the State they speak for, or the post where posts decide
 */
record Speaker(Actor actor, Capacity capacity, String sender) {}
