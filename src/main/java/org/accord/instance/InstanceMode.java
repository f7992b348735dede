package org.accord.instance;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles {@code accord.mode} before anything starts: what was asked for, else demonstration without a
 * {@code spring.datasource.url} and production with one. A demonstration listens on this machine only.
 */
class InstanceMode implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String asked = environment.getProperty("accord.mode", "");
        boolean external = !environment.getProperty("spring.datasource.url", "").isBlank();
        Mode mode = asked.isBlank() ? (external ? Mode.PRODUCTION : Mode.DEMO) : parse(asked);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("accordMode", Map.of("accord.mode", name(mode))));
        if (mode == Mode.DEMO) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("accordDemo", Map.of("server.address", "127.0.0.1")));
        }
    }

    private static Mode parse(String asked) {
        for (Mode mode : Mode.values()) {
            if (name(mode).equalsIgnoreCase(asked.strip())) {
                return mode;
            }
        }
        throw new MisconfiguredException(
                "accord.mode is \"" + asked + "\"; it must be demo or production.",
                "Set accord.mode to demo or production, or leave it out.");
    }

    private static String name(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
