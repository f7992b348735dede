package org.accord.core;

import java.util.List;

/**
 * One rule broken by one value. The words come from the message {@code violation.<code>} in the reader's language.
 *
 * @param field the path of the field: {@code agenda[2].title}
 * @param code the rule: {@code required}, {@code maxLength}, {@code notAnOption}
 * @param args what the message names: the rule's limit and the value that was given
 */
public record Violation(String field, String code, List<Object> args) {

    public Violation {
        args = List.copyOf(args);
    }

    public static Violation of(String field, String code, Object... args) {
        return new Violation(field, code, List.of(args));
    }
}
