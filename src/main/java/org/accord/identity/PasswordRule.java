package org.accord.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.accord.core.Violation;

/**
 * What a password must be. Length counts, kinds of characters do not (NIST SP 800-63B-4, 3.1.1.2): 15 characters without a second
 * factor, any of them, and not what everybody would try first.
 */
final class PasswordRule {

    static final int SHORTEST = 15;
    static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRule() {}

    /** What is wrong with it; the password itself is in no violation. */
    static List<Violation> faults(String userName, String password, String again) {
        List<Violation> faults = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            faults.add(Violation.of("password", "passwordLength", SHORTEST, LONGEST, length));
        } else if (isGuessed(userName, password)) {
            faults.add(Violation.of("password", "passwordGuessed"));
        } else if (!password.equals(again)) {
            faults.add(Violation.of("again", "passwordsDiffer"));
        }
        return faults;
    }

    private static boolean isGuessed(String userName, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || lower.contains(userName.toLowerCase(Locale.ROOT))
                || lower.contains("accord-demo");
    }
}
