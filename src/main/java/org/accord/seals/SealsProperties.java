package org.accord.seals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is sealed.
 *
 * @param folder outside the database: the key, and a copy of each checkpoint
 * @param origin names the log to the world, as a host and a path; that of a demonstration gets {@code /demo} at its end
 * @param witnesses who is asked to cosign checkpoints; may be none
 */
@ConfigurationProperties("accord.seals")
record SealsProperties(
        Path folder,
        @DefaultValue("localhost/accord") String origin,
        @DefaultValue List<Witness> witnesses) {

    private static final String DEMO = "/demo";

    /**
     * @param url to which {@code /add-checkpoint} is added
     * @param key its verifier key, {@code name+identifier+key}
     */
    record Witness(URI url, String key) {}

    String origin(boolean demo) {
        return demo && !origin.endsWith(DEMO) ? origin + DEMO : origin;
    }
}
