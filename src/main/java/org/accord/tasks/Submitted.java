package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.forms.FormRef;

/**
 * What somebody handed in with a task; never changed afterwards.
 *
 * @param withheld the fields that hold a text of the case; they are read among its texts and not here, except by who
 *     handed them in
 */
public record Submitted(
        long number,
        String taskId,
        String caseKey,
        LocalText taskName,
        String definitionId,
        String element,
        FormRef form,
        Map<String, Object> data,
        List<String> withheld,
        Digest digest,
        String by,
        Capacity capacity,
        Scope scope,
        boolean confidential,
        Instant at) {}
