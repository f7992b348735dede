package org.accord.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file may be called: nothing that could be a path, hides its ending, or cannot be a name somewhere. */
final class FileName {

    private static final int LONGEST = 150;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}/\\\\:*?\"<>|]");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)");
    private static final Pattern RUNNABLE = Pattern.compile(
            "\\.(exe|com|bat|cmd|scr|pif|js|jse|vbs|vbe|wsf|msi|jar|ps1|sh|php|jsp|html?|xhtml|svg|lnk|hta)\\.");

    private FileName() {}

    /** @throws Harmful {@code fileName} for a name that is not one, {@code fileTypeNotTaken} for another ending */
    static FileType check(String name) throws Harmful {
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')).strip() : name;
        boolean named = !stem.isEmpty() && name.equals(name.strip()) && !name.endsWith(".") && name.length() <= LONGEST;
        String lower = name.toLowerCase(Locale.ROOT);
        boolean hidden = RUNNABLE.matcher(lower).find()
                || DEVICE.matcher(stem.toLowerCase(Locale.ROOT)).matches();
        if (!named || hidden || FORBIDDEN.matcher(name).find()) {
            throw new Harmful("fileName");
        }
        return FileType.ofName(name).orElseThrow(() -> new Harmful("fileTypeNotTaken"));
    }
}
