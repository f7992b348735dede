package org.accord.cases;

import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.accord.core.LocalText;
import org.accord.forms.Option;
import org.accord.forms.Options;
import org.accord.programme.Organisation;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.springframework.stereotype.Component;

/** The choices that forms take from the programme and from the case. */
@Component
class ProgrammeOptions implements Options {

    private static final Set<String> KNOWN = Set.of(
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

    private final Programme programme;
    private final CaseRegister register;

    ProgrammeOptions(Programme programme, CaseRegister register) {
        this.programme = programme;
        this.register = register;
    }

    @Override
    public boolean knows(String valuesKey) {
        return KNOWN.contains(valuesKey);
    }

    @Override
    public List<Option> named(String valuesKey, Map<String, ?> context) {
        return switch (valuesKey) {
            case "pillars" ->
                programme.pillars().stream()
                        .map(pillar -> new Option(pillar.code(), pillar.name()))
                        .toList();
            case "states" -> states(state -> true);
            case "participatingStates" -> states(within(register.participating(caseKey(context))));
            case "invitedStates" -> states(within(register.invited(caseKey(context))));
            case "ownState" -> states(state -> state.code().equals(context.get("state")));
            case "organisations" -> organisations(organisation -> true);
            case "donors" -> organisations(Organisation::donor);
            case "donorCurrencies" -> currencies("" + context.get("donor"));
            case "initiatives" ->
                programme.initiatives().stream()
                        .map(initiative -> new Option(initiative.code(), initiative.title()))
                        .toList();
            case "results" ->
                programme.results().stream()
                        .filter(result ->
                                context.get("pillar") == null || result.pillar().equals(context.get("pillar")))
                        .map(result -> new Option(result.code(), result.title()))
                        .toList();
            case "languages" ->
                programme.languages().stream()
                        .map(language -> new Option(language, name(language)))
                        .toList();
            default -> throw new IllegalArgumentException("no choices are named " + valuesKey);
        };
    }

    @Override
    public ZoneId zone() {
        return programme.zone();
    }

    private static String caseKey(Map<String, ?> context) {
        return "" + context.get("caseKey");
    }

    private static Predicate<State> within(List<String> codes) {
        return state -> codes.contains(state.code());
    }

    private List<Option> states(Predicate<State> wanted) {
        return programme.states().stream()
                .filter(wanted)
                .map(state -> new Option(state.code(), state.name()))
                .toList();
    }

    private List<Option> organisations(Predicate<Organisation> wanted) {
        return programme.organisations().stream()
                .filter(wanted)
                .map(organisation -> new Option(organisation.code(), organisation.name()))
                .toList();
    }

    /** Those that the agreement with the donor knows; the donor is an answer further up in the form. */
    private List<Option> currencies(String donor) {
        return programme.organisations().stream()
                .filter(organisation -> organisation.code().equals(donor))
                .flatMap(organisation -> organisation.currencies().stream())
                .map(currency -> new Option(currency, currencyName(currency)))
                .toList();
    }

    private LocalText currencyName(String currency) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String reader : programme.languages()) {
            names.put(
                    reader,
                    currency + " – " + Currency.getInstance(currency).getDisplayName(Locale.forLanguageTag(reader)));
        }
        return new LocalText(names);
    }

    private LocalText name(String language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String reader : programme.languages()) {
            Locale locale = Locale.forLanguageTag(reader);
            names.put(reader, Locale.forLanguageTag(language).getDisplayLanguage(locale));
        }
        return new LocalText(names);
    }
}
