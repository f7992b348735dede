package org.accord.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A refusal in the reader's words: what happened, and what to do now. */
@Component
class Problems {

    private static final String DATA_EXCEPTION = "22";

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    static HttpStatus status(Refused refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    /** Whether the database refused a value that no text, number or time can be, such as the character NUL. */
    static boolean isMalformed(DataAccessException fault) {
        return fault.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith(DATA_EXCEPTION);
    }

    String say(Refused refused, Locale locale) {
        return say("refused." + refused.code(), refused.args(), locale);
    }

    String say(Violation violation, Locale locale) {
        return say("violation." + violation.code(), violation.args(), locale);
    }

    private String say(String key, List<Object> args, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, args.toArray(), key, locale), key);
    }

    ProblemDetail problem(Refused refused, Locale locale) {
        ProblemDetail problem = problem(status(refused), say(refused, locale), refused.violations(), locale);
        problem.setTitle(messages.getMessage("problem." + refused.kind(), null, locale));
        problem.setProperty("code", refused.code());
        return problem;
    }

    ProblemDetail problem(Unreadable unreadable, Locale locale) {
        if (unreadable.code().isEmpty()) {
            return problem(unreadable.status(), locale);
        }
        String detail = say("refused." + unreadable.code(), unreadable.args(), locale);
        ProblemDetail problem = problem(unreadable.status(), detail, unreadable.violations(), locale);
        problem.setProperty("code", unreadable.code());
        return problem;
    }

    /** A problem of which the status says all. */
    ProblemDetail problem(HttpStatusCode status, Locale locale) {
        return problem(status, what(status, locale), List.of(), locale);
    }

    private ProblemDetail problem(HttpStatusCode status, String detail, List<Violation> violations, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(what(status, locale));
        problem.setProperty("action", say("status." + worded(status, locale) + ".do", List.of(), locale));
        if (!violations.isEmpty()) {
            problem.setProperty("violations", violations(violations, locale));
        }
        return problem;
    }

    private String what(HttpStatusCode status, Locale locale) {
        return say("status." + worded(status, locale), List.of(), locale);
    }

    /** The status itself, if there are words for it; else the plainest of its kind. */
    int worded(HttpStatusCode status, Locale locale) {
        String key = "status." + status.value();
        if (say(key, List.of(), locale).equals(key)) {
            return (status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR).value();
        }
        return status.value();
    }

    ProblemDetail malformed(Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setDetail(messages.getMessage("status.400", null, locale));
        return problem;
    }

    private List<Map<String, String>> violations(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(violation ->
                        Map.of("field", violation.field(), "code", violation.code(), "message", say(violation, locale)))
                .toList();
    }
}
