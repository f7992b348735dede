package org.accord.process;

import java.util.List;
import java.util.Map;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something that may happen in a case and that somebody may report.
 *
 * @param roles whose right it is to report it; none if nobody may by hand
 * @param state the State it concerns
 * @param organisation the organisation that it concerns
 * @param form what has to be told with it
 * @param facts form field to process variable
 */
public record AwaitedMessage(
        String id,
        String name,
        LocalText title,
        List<String> roles,
        @Nullable String state,
        @Nullable String organisation,
        @Nullable String form,
        Map<String, String> facts,
        String executionId) {}
