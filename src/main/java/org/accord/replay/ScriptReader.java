package org.accord.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.accord.instance.MisconfiguredException;
import org.springframework.core.io.Resource;

/** Reads a script; a field that it does not know is a fault. */
final class ScriptReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    private ScriptReader() {}

    static Script read(Resource file) {
        try (InputStream stream = file.getInputStream()) {
            return YAML.readValue(stream, Script.class);
        } catch (IOException e) {
            throw new MisconfiguredException(
                    "The history in " + file.getDescription() + " cannot be read: " + e.getMessage(),
                    "Correct the file, or start with accord.replay.on-start=false.");
        }
    }
}
