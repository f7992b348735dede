package org.accord.web;

import java.util.Locale;
import org.accord.core.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals of the API, as RFC 9457 problems. */
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
        return ResponseEntity.status(Problems.status(refused)).body(problems.problem(refused, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException fault, Locale locale) {
        if (!Problems.isMalformed(fault)) {
            throw fault;
        }
        return ResponseEntity.badRequest().body(problems.malformed(locale));
    }
}
