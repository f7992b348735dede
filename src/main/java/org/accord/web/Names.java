package org.accord.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The names that the programme gives to codes, in the reader's language; a code that it does not know stays as it is. */
@Component
class Names {

    private static final String KNOWN = Names.class.getName();

    private final Programme programme;
    private final MessageSource messages;

    Names(Programme programme, MessageSource messages) {
        this.programme = programme;
        this.messages = messages;
    }

    public String post(@Nullable String userName, Locale locale) {
        return userName == null ? "" : known().name(userName).in(locale);
    }

    /** The names of posts that this request has asked for: a page names the same few again and again. */
    private Known known() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new Known();
        }
        if (!(request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Known known)) {
            Known empty = new Known();
            request.setAttribute(KNOWN, empty, RequestAttributes.SCOPE_REQUEST);
            return empty;
        }
        return known;
    }

    /** A page that names a few posts asks for each; one that names many, for all at once. */
    private class Known {

        private static final int FEW = 3;

        private final Map<String, LocalText> names = new HashMap<>();

        LocalText name(String userName) {
            if (names.size() == FEW && !names.containsKey(userName)) {
                programme.posts().forEach(post -> names.put(post.userName(), post.name()));
            }
            return names.computeIfAbsent(userName, this::ask);
        }

        private LocalText ask(String userName) {
            return programme.post(userName).map(Post::name).orElseGet(() -> LocalText.english(userName));
        }
    }

    /** Who acted, with the post that they stood in for: {@code Deputy chief of unit, for Chief of unit}. */
    public String acting(String userName, @Nullable Capacity capacity, Locale locale) {
        String actor = post(userName, locale);
        if (capacity == null || capacity.onBehalfOf() == null) {
            return actor;
        }
        Object[] both = {actor, post(capacity.onBehalfOf(), locale)};
        return String.valueOf(messages.getMessage("acting.onBehalfOf", both, actor, locale));
    }

    public String role(String code, Locale locale) {
        return programme.role(code).map(role -> role.name().in(locale)).orElse(code);
    }

    public String state(@Nullable String code, Locale locale) {
        return find(
                code,
                programme.states().stream()
                        .filter(state -> state.code().equals(code))
                        .map(s -> s.name()),
                locale);
    }

    /** A State by its code, or a post by its user name. */
    public String stateOrPost(@Nullable String code, Locale locale) {
        String state = state(code, locale);
        return state.equals(code) ? post(code, locale) : state;
    }

    /** The States of the region, by code. */
    public Map<String, String> region(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        programme.states().stream()
                .filter(state -> state.group() == State.Group.REGION)
                .forEach(state -> names.put(state.code(), state.name().in(locale)));
        return names;
    }

    public String pillar(@Nullable String code, Locale locale) {
        return find(
                code,
                programme.pillars().stream()
                        .filter(pillar -> pillar.code().equals(code))
                        .map(p -> p.name()),
                locale);
    }

    /** An agency or an organisation. */
    public String organisation(@Nullable String code, Locale locale) {
        return find(
                code,
                Stream.concat(
                        programme.agencies().stream()
                                .filter(agency -> agency.code().equals(code))
                                .map(agency -> agency.name()),
                        programme.organisations().stream()
                                .filter(organisation -> organisation.code().equals(code))
                                .map(organisation -> organisation.name())),
                locale);
    }

    /** A role with where it acts: {@code National focal point (Kazakhstan)}. */
    public String capacity(String role, Scope scope, Locale locale) {
        String where = Stream.of(
                        organisation(scope.organisation(), locale),
                        state(scope.state(), locale),
                        pillar(scope.pillar(), locale))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? role(role, locale) : role(role, locale) + " (" + where + ")";
    }

    /** A language, as it begins a line: {@code English}, {@code Русский}. */
    public String language(String code, Locale locale) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(locale);
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** Codes of the languages of the programme. */
    public List<String> languages() {
        return programme.languages();
    }

    public String programme(Locale locale) {
        return programme.name().in(locale);
    }

    private static String find(@Nullable String code, Stream<LocalText> names, Locale locale) {
        if (code == null) {
            return "";
        }
        return names.findFirst().map(name -> name.in(locale)).orElse(code);
    }
}
