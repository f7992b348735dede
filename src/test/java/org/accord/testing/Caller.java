package org.accord.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that calls the API over HTTP, with some headers of its own. */
public record Caller(int port, Map<String, String> headers) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHORIZED = 401;
    private static final Pattern SECRET = Pattern.compile("accord_[\\w-]{43}");
    private static final Map<String, Kept> TOKENS = new ConcurrentHashMap<>();

    public static Caller nobody(int port) {
        return new Caller(port, Map.of());
    }

    /** With a token of a demonstration account, made at its page when first needed: a password costs time at each call. */
    public static Caller as(int port, String userName) {
        long now = System.nanoTime();
        return bearer(
                port,
                TOKENS.compute(
                                port + " " + userName,
                                (key, kept) -> kept == null || kept.isOutdated(port, now)
                                        ? new Kept(token(port, userName), now)
                                        : new Kept(kept.token(), now))
                        .token());
    }

    /** A token, and when it was last used: what answers at a port may since then be another Accord. */
    private record Kept(String token, long used) {

        private static final Duration RECENT = Duration.ofSeconds(2);

        boolean isOutdated(int port, long now) {
            return now - used > RECENT.toNanos()
                    && bearer(port, token).get("/api/v1/tasks/count").status() == UNAUTHORIZED;
        }
    }

    private static String token(int port, String userName) {
        Browser browser = Browser.signedIn(port, userName);
        browser.get("/account");
        browser.post("/account/tokens", Map.of("label", "tests", "days", "30"));
        Matcher secret = SECRET.matcher(browser.get("/account").body());
        if (!secret.find()) {
            throw new AssertionError("no token was shown to " + userName);
        }
        return secret.group();
    }

    public static Caller bearer(int port, String token) {
        return nobody(port).with("Authorization", "Bearer " + token);
    }

    /** With the name and password of a demonstration account. */
    public static Caller basic(int port, String userName) {
        return basic(port, userName, "accord-demo");
    }

    public static Caller basic(int port, String userName, String password) {
        byte[] pair = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
        return nobody(port).with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Caller(port, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Reads the whole answer without keeping it; gives its length. */
    public long download(String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        try (InputStream body = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, json(body));
    }

    /** Hands in a file with the fields beside it. */
    public Answer upload(String path, Multipart form) {
        return with("Content-Type", form.contentType())
                .send("POST", path, HttpRequest.BodyPublishers.ofByteArray(form.body()), true);
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body));
    }

    /** Sends the body as it stands, as JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return send(method, path, publisher, body != null);
    }

    /** Sends a body whose length is not told beforehand. */
    public Answer stream(String method, String path, byte[] body) {
        return send(method, path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), true);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, boolean typed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (typed && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a body of plain values", e);
        }
    }
}
