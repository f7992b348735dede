package org.accord.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with a file in it, as a browser sends it. */
public record Multipart(Map<String, String> fields, String fileField, String fileName, byte[] content) {

    private static final String BOUNDARY = "----accord-test-boundary";

    public static Multipart file(String name, byte[] content, Map<String, String> fields) {
        return new Multipart(fields, "file", name, content);
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(
                                BOUNDARY,
                                fileField,
                                fileName.replace("\"", "%22")
                                        .replace("\r", "%0D")
                                        .replace("\n", "%0A")));
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
