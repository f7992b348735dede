package org.accord.documents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files as they were taken in: always to be saved, never shown inside a page of ours, and in no cache. */
@Component
class FileResponses {

    private final MessageSource messages;

    FileResponses(MessageSource messages) {
        this.messages = messages;
    }

    ResponseEntity<Resource> of(Documents.Opened opened, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(opened, locale))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Repr-Digest", "sha-256=:" + base64(opened) + ":")
                .body(new FileSystemResource(opened.path()));
    }

    /** The marking of a confidential file stands in its name too. */
    private String disposition(Documents.Opened opened, Locale locale) {
        String name = opened.file().name();
        if (opened.document().level().isMarked()) {
            int dot = name.lastIndexOf('.');
            String marking = messages.getMessage(
                    "documents.level." + opened.document().level().name(), null, locale);
            name = name.substring(0, dot) + " (" + marking + ")" + name.substring(dot);
        }
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static String base64(Documents.Opened opened) {
        return Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(opened.file().digest().hex()));
    }
}
