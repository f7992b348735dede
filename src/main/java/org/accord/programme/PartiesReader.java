package org.accord.programme;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.access.Right;
import org.accord.core.LocalText;
import org.accord.programme.Codes.Thing;
import org.accord.programme.ProgrammeFile.Parties;
import org.jspecify.annotations.Nullable;

/** Reads who takes part: States, agencies, organisations, roles. */
final class PartiesReader {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private PartiesReader() {}

    static Parties read(Fields root) {
        List<State> states =
                root.items("states").stream().map(PartiesReader::state).toList();
        List<Agency> agencies =
                root.items("agencies").stream().map(PartiesReader::agency).toList();
        return new Parties(states, agencies, organisations(root), roles(root));
    }

    private static State state(Fields fields) {
        boolean participates = fields.flag("participates");
        if (participates) {
            fields.required("calendar");
        }
        LocalText formalName = fields.words("formalName");
        State state = new State(
                fields.declared("code", Thing.STATE),
                fields.words("name"),
                formalName,
                Objects.requireNonNullElse(fields.optionalWords("ofFormalName"), formalName),
                fields.option("group", State.Group.values()),
                participates,
                fields.optionalReference("calendar", Thing.CALENDAR));
        fields.done();
        return state;
    }

    private static Agency agency(Fields fields) {
        Agency agency = new Agency(fields.declared("code", Thing.AGENCY), fields.words("name"));
        fields.done();
        return agency;
    }

    private static List<Organisation> organisations(Fields root) {
        List<Organisation> all = new ArrayList<>();
        Map<String, Located> successors = new LinkedHashMap<>();
        for (Fields fields : root.items("organisations")) {
            Organisation organisation = organisation(fields);
            all.add(organisation);
            Located successor = fields.optional("successor");
            if (successor != null) {
                successors.put(organisation.code(), successor);
            }
        }
        successors.values().forEach(successor -> root.reading().codes().refer(Thing.ORGANISATION, successor));
        refuseCycles(successors, root.reading().faults());
        return all;
    }

    private static List<String> currencies(Fields fields) {
        List<Located> given = fields.scalars("currencies");
        given.stream()
                .filter(currency -> !CURRENCIES.contains(currency.value()))
                .forEach(currency -> fields.reading().faults().add("notACurrency", currency));
        return given.stream().map(Located::value).toList();
    }

    private static Organisation organisation(Fields fields) {
        Organisation organisation = new Organisation(
                fields.declared("code", Thing.ORGANISATION),
                fields.words("name"),
                fields.optionalWords("abbreviation"),
                fields.optionalDate("from"),
                fields.optionalDate("until"),
                fields.optionalText("successor"),
                fields.flag("donor"),
                currencies(fields));
        fields.inOrder("from", "until");
        fields.done();
        return organisation;
    }

    private static void refuseCycles(Map<String, Located> successors, Faults faults) {
        Set<String> cleared = new HashSet<>();
        for (String start : successors.keySet()) {
            Set<String> seen = new HashSet<>();
            @Nullable String code = start;
            while (code != null && !cleared.contains(code) && seen.add(code)) {
                Located successor = successors.get(code);
                if (successor != null && seen.contains(successor.value())) {
                    faults.add("successorCycle", successor, code);
                }
                code = successor == null ? null : successor.value();
            }
            cleared.addAll(seen);
        }
    }

    private static List<Role> roles(Fields root) {
        List<Role> all = new ArrayList<>();
        List<Located> excluded = new ArrayList<>();
        for (Fields fields : root.items("roles")) {
            all.add(role(fields));
            excluded.addAll(fields.scalars("excludes"));
        }
        excluded.forEach(role -> root.reading().codes().refer(Thing.ROLE, role));
        return all;
    }

    private static Role role(Fields fields) {
        String code = fields.declared("code", Thing.ROLE);
        LocalText name = fields.words("name");
        Set<Right> rights = fields.options(fields.someScalars("rights"), Right.values());
        Role role = new Role(
                code,
                name,
                rights,
                fields.option("scope", Role.ScopeKind.values()),
                fields.scalars("excludes").stream().map(Located::value).toList(),
                fields.flag("secretariat"),
                fields.flag("oneState"),
                fields.flag("personal"));
        fields.done();
        return role;
    }
}
