package org.accord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the pages: keeps cookies, sends the hidden field of the page it saw last, follows no redirect by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final int port;
    private String token = "";

    public Browser(int port) {
        this.port = port;
    }

    public static Browser signedIn(int port, String userName) {
        Browser browser = new Browser(port);
        Answer answer = browser.signIn(userName, "accord-demo");
        if (answer.status() != 302 || answer.header("Location").contains("failed")) {
            throw new AssertionError(userName + " could not sign in: " + answer.status());
        }
        return browser;
    }

    public Answer signIn(String userName, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("username", userName, "password", password));
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        Answer answer = send(request(path, headers).GET().build());
        Matcher field = TOKEN.matcher(answer.body());
        if (field.find()) {
            token = field.group(1);
        }
        return answer;
    }

    /** What is there to be saved. */
    public byte[] bytes(String path) {
        try {
            var answer = client.send(request(path, Map.of()).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Sends a form of the page seen last. */
    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return postBare(path, all);
    }

    /** Sends a form of the page seen last, with a file in it. */
    public Answer upload(String path, Multipart form) {
        Map<String, String> all = new LinkedHashMap<>(form.fields());
        all.put("_csrf", token);
        Multipart whole = new Multipart(all, form.fileField(), form.fileName(), form.content());
        return send(request(path, Map.of("Content-Type", whole.contentType()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(whole.body()))
                .build());
    }

    /** Sends a form that no page of ours made. */
    public Answer postBare(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ACCORD"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        request.header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
