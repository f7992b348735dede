package org.accord.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Uuid7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whatever no one else answers: unknown addresses, refused forms, faults of our own. Never a stack trace. */
@Controller
class UnexpectedErrors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final Clock clock;
    private final MessageSource messages;

    UnexpectedErrors(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Model model) {
        HttpStatus status = status(request);
        model.addAttribute("status", status.value());
        model.addAttribute("reference", reference(request, status));
        return new ModelAndView("error/refused", model.asMap(), status);
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(messages.getMessage("status." + status.value(), null, status.getReasonPhrase(), locale));
        String reference = reference(request, status);
        if (reference != null) {
            problem.setProperties(Map.of("reference", reference));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
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
