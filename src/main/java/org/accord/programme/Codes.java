package org.accord.programme;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The codes a programme file gives to things, and whether what it refers to exists. */
final class Codes {

    enum Thing {
        CALENDAR,
        STATE,
        AGENCY,
        ORGANISATION,
        PILLAR,
        ROLE,
        INITIATIVE,
        GATHERING,
        INSTRUMENT,
        RESULT,
        POST,
        DEADLINE
    }

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Faults faults;
    private final Map<Thing, Map<String, Integer>> lines = new EnumMap<>(Thing.class);

    Codes(Faults faults) {
        this.faults = faults;
    }

    String declare(Thing thing, Located code) {
        if (!CODE.matcher(code.value()).matches()) {
            faults.add("badCode", code);
        }
        Integer first = declared(thing).putIfAbsent(code.value(), code.line());
        if (first != null) {
            faults.add("duplicateCode", code, first, thing);
        }
        return code.value();
    }

    String refer(Thing thing, Located code) {
        if (!declared(thing).containsKey(code.value())) {
            faults.add("unknownReference", code, thing);
        }
        return code.value();
    }

    private Map<String, Integer> declared(Thing thing) {
        return lines.computeIfAbsent(thing, key -> new HashMap<>());
    }
}
