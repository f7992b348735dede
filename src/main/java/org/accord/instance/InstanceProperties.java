package org.accord.instance;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this installation.
 *
 * @param mode demonstration or production; settled by {@link InstanceMode}
 */
@ConfigurationProperties("accord")
public record InstanceProperties(Mode mode) {

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}
