package org.accord.documents;

import java.util.Set;

/** The names in the objects of a PDF, letter by letter; those that act, embed or encrypt are refused. */
final class PdfNames {

    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "JS",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "Filespec",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Movie",
            "Sound",
            "Rendition");
    private static final Set<String> FILTERS = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");
    private static final String DELIMITERS = "()<>[]{}/% \t\r\n\f\0";
    private static final int LONGEST = 128;
    private static final int HEXADECIMAL = 16;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private boolean objectStream;
    private int packings;
    private boolean parameters;
    private char last;
    private char beforeLast;

    void read(byte letter) throws Harmful {
        char read = (char) (letter & 0xFF);
        if (inName && (DELIMITERS.indexOf(read) >= 0 || name.length() > LONGEST)) {
            end();
        } else if (inName) {
            name.append(read);
        }
        if (read == '/') {
            inName = true;
            name.setLength(0);
        }
        if (!Character.isWhitespace(read)) {
            if (read == 'j' && last == 'b' && beforeLast == 'o') {
                begin();
            }
            beforeLast = last;
            last = read;
        }
    }

    /** What was read so far is whole. */
    void end() throws Harmful {
        if (!inName) {
            return;
        }
        inName = false;
        String whole = decoded(name.toString());
        if (ACTIVE.contains(whole)) {
            throw new Harmful("fileActive");
        }
        if (whole.equals("Encrypt")) {
            throw new Harmful("fileEncrypted");
        }
        objectStream |= whole.equals("ObjStm");
        parameters |= whole.equals("DecodeParms") || whole.equals("DP");
        packings += FILTERS.contains(whole) ? 1 : 0;
    }

    /** The next object begins. */
    void begin() {
        objectStream = false;
        parameters = false;
        packings = 0;
    }

    boolean isAfterDictionary() {
        return last == '>' && beforeLast == '>';
    }

    boolean isObjectStream() {
        return objectStream;
    }

    /** Packed twice, it could unpack to anything; objects packed in a way that is not read here could be anything. */
    void requireReadable() throws Harmful {
        if (packings > 1) {
            throw new Harmful("fileUnpacksTooLarge");
        }
        if (objectStream && (packings != 1 || parameters)) {
            throw new Harmful("fileDamaged");
        }
    }

    private static String decoded(String name) {
        if (name.indexOf('#') < 0) {
            return name;
        }
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean escaped = name.charAt(i) == '#'
                    && i + 2 < name.length()
                    && Character.digit(name.charAt(i + 1), HEXADECIMAL) >= 0
                    && Character.digit(name.charAt(i + 2), HEXADECIMAL) >= 0;
            if (escaped) {
                decoded.append((char) Integer.parseInt(name.substring(i + 1, i + 3), HEXADECIMAL));
                i += 2;
            } else {
                decoded.append(name.charAt(i));
            }
        }
        return decoded.toString();
    }
}
