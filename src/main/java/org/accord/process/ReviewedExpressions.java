package org.accord.process;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The expressions that models may contain; a closed list. Whatever else reaches the engine, in a model or in a query, is
 * refused before it is parsed.
 */
final class ReviewedExpressions {

    private static final List<Pattern> REVIEWED = List.of(
            Pattern.compile("\\$\\{step}"),
            Pattern.compile("\\$\\{states\\.(participating|invited|agencies|donors)\\(execution\\)}"),
            Pattern.compile("\\$\\{positions\\.broken\\(execution\\)}"),
            Pattern.compile("\\$\\{deadlines\\.at\\(execution, ?'[A-Za-z]{1,40}'\\)}"),
            Pattern.compile("#\\{execution\\.processBusinessKey}"));

    private ReviewedExpressions() {}

    static boolean allow(String text) {
        boolean expression = text.contains("${") || text.contains("#{");
        return !expression
                || REVIEWED.stream()
                        .anyMatch(reviewed -> reviewed.matcher(text.strip()).matches());
    }
}
