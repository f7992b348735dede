package org.accord.notifications;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.accord.core.Refused;
import org.accord.core.Violation;

/** One address, without a name: {@code focal.point@mfa.example}. Letters, digits and signs of ASCII only. */
record MailAddress(String text) {

    private static final int LONGEST = 254;
    private static final String OF_LISTS_AND_NAMES = ",;:<>()[]\"\\";

    /** Refuses {@code notAnAddress} at the field {@code address} for anything else. */
    static MailAddress parse(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST || !text.chars().allMatch(MailAddress::isPlain) || !isStrict(text)) {
            throw Refused.invalid(Violation.of("address", "notAnAddress", shown(text)));
        }
        return new MailAddress(text);
    }

    private static boolean isPlain(int sign) {
        return sign > ' ' && sign < 0x7F && OF_LISTS_AND_NAMES.indexOf(sign) < 0;
    }

    private static boolean isStrict(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            return address.getAddress().equals(text)
                    && text.indexOf('@') == text.lastIndexOf('@')
                    && text.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
