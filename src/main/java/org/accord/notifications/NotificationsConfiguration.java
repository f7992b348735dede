package org.accord.notifications;

import org.accord.core.Refused;
import org.accord.instance.InstanceProperties;
import org.accord.instance.MisconfiguredException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Refuses to start with mail that would lead its readers to the wrong place. */
@Configuration
@EnableConfigurationProperties(NotificationsProperties.class)
class NotificationsConfiguration {

    NotificationsConfiguration(NotificationsProperties properties, InstanceProperties instance) {
        if (properties.isOn()) {
            requireAddress(instance);
            requireSender(properties, instance);
        }
    }

    private static void requireAddress(InstanceProperties instance) {
        if (!instance.isReachable()) {
            throw new MisconfiguredException(
                    "spring.mail.host is set, but accord.address is \"" + instance.address()
                            + "\": links in mail would lead nowhere.",
                    "Set accord.address to the address under which people reach Accord, such as https://accord.example.org.");
        }
    }

    private static void requireSender(NotificationsProperties properties, InstanceProperties instance) {
        if (!isAddress(properties.mail().from())
                || !instance.isDemo() && properties.domain().endsWith(".example")) {
            throw new MisconfiguredException(
                    "accord.mail.from is \"" + properties.mail().from() + "\", which is no address to send mail from.",
                    "Set accord.mail.from to the address that mail is sent from.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            return MailAddress.parse(text).text().equals(text);
        } catch (Refused refused) {
            return false;
        }
    }
}
