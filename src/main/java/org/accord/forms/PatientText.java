package org.accord.forms;

import java.util.regex.Pattern;

/** A text that lets a pattern look at it only so many times, so that no pattern can hold up the server. */
final class PatientText implements CharSequence {

    private static final int LOOKS = 1_000_000;

    private final CharSequence text;
    private int looks;

    private PatientText(CharSequence text) {
        this.text = text;
    }

    /** Whether the pattern is found within the number of looks. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new PatientText(text)).find();
        } catch (OutOfPatience | StackOverflowError e) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > LOOKS) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class OutOfPatience extends RuntimeException {}
}
