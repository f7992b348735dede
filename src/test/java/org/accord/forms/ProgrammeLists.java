package org.accord.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.LocalText;

/** The lists that forms may name, with a few entries each. */
class ProgrammeLists implements Options {

    private static final Set<String> NAMES = Set.of(
            "pillars",
            "states",
            "participatingStates",
            "invitedStates",
            "ownState",
            "organisations",
            "donors",
            "donorCurrencies",
            "initiatives",
            "results",
            "languages");

    @Override
    public List<Option> named(String valuesKey, Map<String, ?> context) {
        return switch (valuesKey) {
            case "pillars" ->
                List.of(option("P1", "Conditions", "Условия"), option("P2", "Prevention", "Предупреждение"));
            case "states" -> List.of(option("KZ", "Kazakhstan", "Казахстан"), option("UZ", "Uzbekistan", "Узбекистан"));
            default -> List.of();
        };
    }

    private static Option option(String value, String english, String russian) {
        return new Option(value, new LocalText(Map.of("en", english, "ru", russian)));
    }

    @Override
    public boolean knows(String valuesKey) {
        return NAMES.contains(valuesKey);
    }
}
