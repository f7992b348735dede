package org.accord.web;

import java.util.Locale;
import org.accord.core.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals of the API, as RFC 9457 problems in the reader's language; also those of requests that cannot be read. */
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
        return ResponseEntity.status(Problems.status(refused))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(refused, locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Unreadable unreadable = Unreadable.of(exception, status);
        return ResponseEntity.status(unreadable.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(unreadable, LocaleContextHolder.getLocale()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException fault, Locale locale) {
        if (!Problems.isMalformed(fault)) {
            throw fault;
        }
        return ResponseEntity.badRequest().body(problems.malformed(locale));
    }
}
