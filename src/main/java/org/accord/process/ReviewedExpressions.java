package org.accord.process;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The expressions that models may contain; a closed list. Whatever else reaches the engine, in a model or in a query, is
 * refused before it is parsed.
 */
final class ReviewedExpressions {

    /** A deadline by the name of its rule, which is the group. */
    static final Pattern DEADLINE =
            Pattern.compile("\\$\\{deadlines\\.at\\(execution, ?'([A-Za-z][A-Za-z0-9]{0,39})'\\)}");

    /** The end of a decision, or its reminder, by the name of its topic, which is the group. */
    static final Pattern DECISION =
            Pattern.compile("\\$\\{decisions\\.(?:deadline|reminder)\\(execution, ?'([A-Za-z][A-Za-z0-9]{0,39})'\\)}");

    /** Who is asked in a decision, by the name of its topic, which is the group. */
    static final Pattern VOTERS =
            Pattern.compile("\\$\\{decisions\\.voters\\(execution, ?'([A-Za-z][A-Za-z0-9]{0,39})'\\)}");

    private static final List<Pattern> REVIEWED = List.of(
            Pattern.compile("\\$\\{step}"),
            Pattern.compile("\\$\\{states\\.(participating|invited|agencies|donors)\\(execution\\)}"),
            Pattern.compile("\\$\\{conditions\\.open\\(execution\\)}"),
            DECISION,
            VOTERS,
            DEADLINE,
            Pattern.compile("#\\{execution\\.processBusinessKey}"));

    private ReviewedExpressions() {}

    static boolean allow(String text) {
        boolean expression = text.contains("${") || text.contains("#{");
        return !expression
                || REVIEWED.stream()
                        .anyMatch(reviewed -> reviewed.matcher(text.strip()).matches());
    }
}
