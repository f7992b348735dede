package org.accord.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Why a request could not be understood, before any rule of ours was asked.
 *
 * @param code of the message {@code refused.<code>}, or empty where the status says all
 */
record Unreadable(HttpStatusCode status, String code, List<Object> args, List<Violation> violations) {

    private static final int LONGEST = 60;

    static Unreadable of(Exception exception, HttpStatusCode status) {
        if (exception instanceof HttpMessageNotReadableException body) {
            return body(body.getCause(), status);
        }
        if (exception instanceof TypeMismatchException parameter) {
            return wrong(status, violation(parameter));
        }
        if (exception instanceof MissingServletRequestParameterException parameter) {
            return wrong(status, Violation.of(parameter.getParameterName(), "required"));
        }
        if (exception instanceof MissingServletRequestPartException part) {
            return wrong(status, Violation.of(part.getRequestPartName(), "required"));
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return new Unreadable(HttpStatus.PAYLOAD_TOO_LARGE, "", List.of(), List.of());
        }
        if (exception instanceof HttpMediaTypeException media) {
            String taken = media.getSupportedMediaTypes().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return new Unreadable(status, "mediaTypeNotTaken", List.of(taken), List.of());
        }
        return new Unreadable(status, "", List.of(), List.of());
    }

    private static Unreadable body(@Nullable Throwable cause, HttpStatusCode status) {
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof RequestLimits.BodyTooLarge) {
                return new Unreadable(HttpStatus.PAYLOAD_TOO_LARGE, "", List.of(), List.of());
            }
        }
        Throwable fault = cause == null ? null : cause.getCause();
        boolean readable = !(fault instanceof JsonParseException || fault instanceof StreamConstraintsException);
        if (readable
                && cause instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return wrong(status, Violation.of(path(mapping), "wrongType"));
        }
        if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
            int line = json.getLocation().getLineNr();
            int column = json.getLocation().getColumnNr();
            return new Unreadable(status, "malformedJson", List.of(line, column), List.of());
        }
        return new Unreadable(status, "bodyMissing", List.of(), List.of());
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Violation violation(TypeMismatchException parameter) {
        String name = parameter instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(parameter.getPropertyName(), "");
        Class<?> wanted = parameter.getRequiredType();
        boolean number = wanted == int.class || wanted == Integer.class || wanted == Long.class;
        return Violation.of(
                name,
                number
                        ? "notAWholeNumber"
                        : wanted == Instant.class
                                ? "notAMoment"
                                : wanted == UUID.class ? "notAnIdentifier" : "wrongType",
                shown(parameter.getValue()));
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "\uFFFD");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static Unreadable wrong(HttpStatusCode status, Violation violation) {
        return new Unreadable(status, "malformed", List.of(), List.of(violation));
    }
}
