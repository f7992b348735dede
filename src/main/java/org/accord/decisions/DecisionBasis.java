package org.accord.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.accord.tasks.Draft;
import org.accord.tasks.Inbox;
import org.accord.tasks.Tasks;
import org.accord.texts.Comparison;
import org.accord.texts.TextVersion;
import org.accord.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody needs beside a decision to take it: what they can say, what they wrote, the text and what changed in it. */
@Component
class DecisionBasis {

    private static final List<String> SILENCE = List.of("support", "abstain", "statement", "object", "amend");
    private static final List<String> BALLOT = List.of("support", "object", "abstain");

    private final Inbox inbox;
    private final Tasks tasks;
    private final Forms forms;
    private final Texts texts;
    private final Programme programme;
    private final MessageSource messages;

    DecisionBasis(Inbox inbox, Tasks tasks, Forms forms, Texts texts, Programme programme, MessageSource messages) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.forms = forms;
        this.texts = texts;
        this.programme = programme;
        this.messages = messages;
    }

    /**
     * Something that can be said, by its button.
     *
     * @param request whether it is asked for beside a position
     */
    record Option(String position, String label, boolean needsWords, boolean request) {}

    /** What the reader can say now: what the form of their task offers, and in a silence what can be asked for beside it. */
    List<Option> options(Actor actor, Decision decision, Locale locale) {
        Decision.Voice voice = decision.voice();
        if (voice == null || !decision.isOpen()) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        if (voice.mayState()) {
            offered(actor, decision, locale)
                    .forEach((position, label) ->
                            options.add(new Option(position, label, needsWords(decision, position), false)));
        }
        boolean silence = decision.kind().equals("silence");
        if (silence && decision.extendable()) {
            options.add(new Option("extend", words("extend", locale), false, true));
        }
        if (silence) {
            options.add(new Option("correction", words("correction", locale), true, true));
        }
        return options;
    }

    private static boolean needsWords(Decision decision, String word) {
        return Position.find(word)
                .filter(position -> position.needsWordsIn(decision.secret()))
                .isPresent();
    }

    String label(Actor actor, Decision decision, String position, Locale locale) {
        return offered(actor, decision, locale).getOrDefault(position, words(position, locale));
    }

    private Map<String, String> offered(Actor actor, Decision decision, Locale locale) {
        String task = decision.voice() == null ? null : decision.voice().task();
        Map<String, String> offered = new LinkedHashMap<>();
        if (task != null) {
            Map<String, Object> schema = forms.schema(inbox.find(actor, task).form(), locale);
            fields(schema).stream()
                    .filter(field -> "position".equals(field.get("key")))
                    .flatMap(field -> maps(field.get("values")).stream())
                    .forEach(value -> offered.put("" + value.get("value"), "" + value.get("label")));
        }
        if (offered.isEmpty()) {
            (decision.kind().equals("silence") ? SILENCE : BALLOT)
                    .forEach(position -> offered.put(position, words(position, locale)));
        }
        return offered;
    }

    private static List<Map<?, ?>> fields(Map<String, Object> schema) {
        return maps(schema.get("components"));
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    private String words(String position, Locale locale) {
        return Objects.requireNonNullElse(
                messages.getMessage("position." + position, null, position, locale), position);
    }

    /** What the reader wrote and has not said yet. */
    Map<String, String> draft(Actor actor, Decision decision) {
        String task = decision.voice() == null ? null : decision.voice().task();
        Map<String, Object> kept = task == null
                ? Map.of()
                : tasks.draft(actor, task).map(Draft::data).orElse(Map.of());
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : programme.languages()) {
            Object text = kept.get(Decisions.field(language));
            if (text != null) {
                words.put(language, text.toString());
            }
        }
        return words;
    }

    /** Keeps what was written so far; nothing of a secret vote. */
    void keepDraft(Actor actor, Decision decision, String position, Map<String, String> words) {
        String task = decision.voice() == null ? null : decision.voice().task();
        if (task == null || decision.secret()) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("position", position);
        words.forEach((language, text) -> data.put(Decisions.field(language), text));
        tasks.saveDraft(actor, task, data);
    }

    /** The version that is decided on, if the reader may read it. */
    @Nullable
    TextVersion text(Actor reader, Decision decision) {
        Integer number = decision.textVersion();
        return number == null
                ? null
                : texts.versions(reader, decision.caseKey()).stream()
                        .filter(version -> version.number() == number)
                        .findFirst()
                        .orElse(null);
    }

    /** What is new in it against the version before, in each language. */
    List<Comparison> changes(Actor reader, Decision decision) {
        TextVersion text = text(reader, decision);
        if (text == null || text.number() <= 1) {
            return List.of();
        }
        return programme.languages().stream()
                .map(language -> texts.compare(reader, decision.caseKey(), text.number() - 1, text.number(), language))
                .toList();
    }
}
