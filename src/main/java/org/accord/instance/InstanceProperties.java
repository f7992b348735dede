package org.accord.instance;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this installation.
 *
 * @param mode demonstration or production; settled by {@link InstanceMode}
 * @param address under which people reach Accord, such as {@code https://accord.example.org}, without a slash at its end
 */
@ConfigurationProperties("accord")
public record InstanceProperties(Mode mode, String address) {

    public InstanceProperties {
        address = address.replaceFirst("/+$", "");
    }

    /** Whether links that begin with the address lead there from other machines; in a demonstration, from this one. */
    public boolean isReachable() {
        String scheme = isDemo() ? "https?" : "https";
        return address.matches(scheme + "://[^/\\s]+(/\\S*)?") && (isDemo() || !address.contains("//localhost"));
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}
