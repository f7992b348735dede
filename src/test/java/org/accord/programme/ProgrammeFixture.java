package org.accord.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Programme files for tests: the one that is shipped, and a small one of an invented programme. */
final class ProgrammeFixture {

    static final String SMALL = text("programmes/small.yaml");

    private ProgrammeFixture() {}

    static ProgrammeFile small() {
        return ProgrammeReader.read("small.yaml", SMALL);
    }

    static ProgrammeFile shipped() {
        return ProgrammeReader.read("jpoa-central-asia.yaml", text("programmes/jpoa-central-asia.yaml"));
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
