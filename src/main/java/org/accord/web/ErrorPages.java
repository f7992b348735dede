package org.accord.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.accord.core.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Refusals of pages, as pages: what happened, the rule, and what to do next. */
@ControllerAdvice(annotations = Controller.class)
@Order(2)
class ErrorPages {

    private final Problems problems;
    private final LayoutAdvice layout;

    ErrorPages(Problems problems, LayoutAdvice layout) {
        this.problems = problems;
        this.layout = layout;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        ModelAndView page = page(Problems.status(refused), request, response);
        page.addObject("message", problems.say(refused, locale));
        page.addObject(
                "violations",
                refused.violations().stream()
                        .map(violation -> problems.say(violation, locale))
                        .toList());
        return page;
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    ModelAndView malformed(HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.BAD_REQUEST, request, response);
    }

    @ExceptionHandler
    ModelAndView unstorable(
            DataIntegrityViolationException fault, HttpServletRequest request, HttpServletResponse response) {
        if (!Problems.isMalformed(fault)) {
            throw fault;
        }
        return page(HttpStatus.BAD_REQUEST, request, response);
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        ExtendedModelMap model = new ExtendedModelMap();
        String userName = request.getRemoteUser();
        layout.fill(model, request.getRequestURI(), userName);
        model.addAttribute("status", status.value());
        response.setStatus(status.value());
        return new ModelAndView("error/refused", model);
    }
}
