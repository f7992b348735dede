package org.accord.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the mail that Accord sends. The server stands in {@code spring.mail.host}; without one no mail is sent.
 *
 * @param mail how mail is sent
 */
@ConfigurationProperties("accord")
record NotificationsProperties(Mail mail) {

    /**
     * How mail is sent.
     *
     * @param host the server, from {@code spring.mail.host}
     * @param from the address that it is sent from
     */
    record Mail(@Nullable String host, String from) {}

    boolean isOn() {
        return mail.host() != null && !mail.host().isBlank();
    }

    /** The part of the sender's address after the sign, for the numbers of mails. */
    String domain() {
        return mail.from().substring(mail.from().indexOf('@') + 1);
    }
}
