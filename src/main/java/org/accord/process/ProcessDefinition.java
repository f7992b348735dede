package org.accord.process;

import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process.
 *
 * @param id names this version for ever
 * @param key the same for all versions; the name of the file
 * @param caseKind the prefix of its cases' keys; absent where it works inside the caller's case
 * @param starters the roles that may start it by hand
 * @param secretariatOnly whether only the secretariat sees its cases
 */
public record ProcessDefinition(
        String id,
        String key,
        int version,
        LocalText name,
        @Nullable String caseKind,
        List<String> starters,
        boolean secretariatOnly) {}
