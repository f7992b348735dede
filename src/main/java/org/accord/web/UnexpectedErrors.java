package org.accord.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.Uuid7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever no one else answers: unknown addresses, refused forms, faults of our own. Never a stack trace. Programs get a
 * problem, people a page.
 */
@Controller
class UnexpectedErrors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final Clock clock;
    private final MessageSource messages;
    private final Problems problems;

    UnexpectedErrors(Clock clock, MessageSource messages, Problems problems) {
        this.clock = clock;
        this.messages = messages;
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, Model model, Locale locale) {
        HttpStatus status = status(request);
        String reference = reference(request, status);
        return isForPrograms(request)
                ? problem(status, reference, locale)
                : page(request, status, reference, model, locale);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String asked = address(request).substring(request.getContextPath().length());
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return asked.startsWith("/api/") || asked.startsWith("/actuator/") || accepted.contains("json");
    }

    private static String address(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    private ModelAndView page(
            HttpServletRequest request, HttpStatus status, @Nullable String reference, Model model, Locale locale) {
        model.addAttribute("status", problems.worded(status, locale));
        model.addAttribute("reference", reference);
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            model.addAttribute("message", messages.getMessage("refused.pageTooOld", null, locale));
        }
        return new ModelAndView("error/refused", model.asMap(), status);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String reference, Locale locale) {
        String code = status == HttpStatus.UNAUTHORIZED ? "credentialsNeeded" : "";
        ProblemDetail problem = problems.problem(new Unreadable(status, code, List.of(), List.of()), locale);
        if (reference != null) {
            problem.setProperty("reference", reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Somebody who asks for the address of errors itself finds nothing there. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code == null) {
            return HttpStatus.NOT_FOUND;
        }
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** A number under which the log tells more, for faults of our own. */
    private @Nullable String reference(HttpServletRequest request, HttpStatus status) {
        if (!status.is5xxServerError()) {
            return null;
        }
        String reference = Uuid7.at(clock.instant()).toString();
        LOG.error("{} {}", reference, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }
}
