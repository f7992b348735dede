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
 * @param ballot the topic of the decision in which it states a position; the task then belongs to one voter
 * @param text the fields that hold a text of the case, one for each language of the programme in its order; empty for a
 *     language that the form does not have
 * @param subject what kind of work it is in the table of escalations (D9)
 * @param authority the business error that takes it one level up when whoever decides has no authority to (see {@link AuthorityGuard})
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
        @Nullable String ballot,
        List<String> text,
        @Nullable String subject,
        @Nullable String authority,
        Map<String, String> facts,
        Map<String, String> caseFields,
        int priority) {}
