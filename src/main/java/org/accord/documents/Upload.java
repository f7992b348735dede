package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it is handed in.
 *
 * @param in read once, and closed by whoever opened it
 * @param name as its owner calls it
 * @param language code of a language of the programme
 */
record Upload(InputStream in, String name, String language) {

    /** Hands in what a browser or a program sent; refuses {@code required} at the field {@code file}. */
    static <T> T of(@Nullable MultipartFile file, String language, Function<Upload, T> taking) {
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file == null || file.isEmpty() && name.isEmpty()) {
            throw Refused.invalid(Violation.of("file", "required"));
        }
        try (InputStream in = file.getInputStream()) {
            return taking.apply(new Upload(in, name, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
