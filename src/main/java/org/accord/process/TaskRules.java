package org.accord.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model declares about a user task.
 *
 * @param role whose work it is
 * @param form the form to fill in
 * @param due a rule of the deadline table
 * @param confidential whether only the State concerned and those trusted with confidences may see it
 * @param notSameAs the tasks whose actor may not act here
 * @param facts form field to process variable
 * @param caseFields field of the case ({@code title}, {@code state}, {@code pillar}, {@code date}) to form field; to one for each language of
 *     the programme, separated by commas, where it is text
 */
public record TaskRules(
        String role,
        String form,
        @Nullable String due,
        boolean confidential,
        List<String> notSameAs,
        Map<String, String> facts,
        Map<String, String> caseFields,
        int priority) {}
