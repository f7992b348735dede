package org.accord.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what no part of Accord could use: bodies beyond 2 MiB, beyond 12 MiB with files in them, and NUL in the query, which the store cannot hold. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RequestLimits extends OncePerRequestFilter {

    static final int LARGEST_BODY = 2 * 1024 * 1024;

    /** A file may have 10 MiB; the rest is room for the fields beside it, so that a file slightly too large gets its own answer. */
    private static final int LARGEST_WITH_FILES = 12 * 1024 * 1024;

    /** A body without a declared length turned out too large while it was read. */
    static final class BodyTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        BodyTooLarge() {
            super("more than " + LARGEST_BODY + " bytes");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > (hasFiles(request) ? LARGEST_WITH_FILES : LARGEST_BODY)) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else if (holdsNul(request.getQueryString())) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Measured(request) : request, response);
        }
    }

    private static boolean hasFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static boolean holdsNul(@Nullable String query) {
        return query != null && query.contains("%00");
    }

    private static final class Measured extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream measured;

        Measured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (measured == null) {
                measured = new MeasuredStream(super.getInputStream());
            }
            return measured;
        }
    }

    private static final class MeasuredStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        MeasuredStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = body.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > LARGEST_BODY) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
