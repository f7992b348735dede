package org.accord.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account; its name is that of the post it signs in for.
 *
 * @param demo whether it was made for a demonstration, with the password that everybody knows
 * @param language the language its holder chose
 * @param signedIn when somebody last signed in
 * @param sessionsFrom sessions begun before this are over
 */
record Account(
        String name,
        String passwordHash,
        boolean enabled,
        boolean demo,
        @Nullable String language,
        @Nullable Instant signedIn,
        @Nullable Instant sessionsFrom) {}
