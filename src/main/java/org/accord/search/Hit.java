package org.accord.search;

import java.time.Instant;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param text what it says, or what it is called
 * @param by the post that wrote it, if that matters
 * @param address of its page, from the root of the installation
 */
public record Hit(String caseKey, LocalText text, @Nullable String by, Instant at, String address) {}
