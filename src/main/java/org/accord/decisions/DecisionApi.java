package org.accord.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class DecisionApi {

    private final Decisions decisions;
    private final Explanation explanation;
    private final Programme programme;

    DecisionApi(Decisions decisions, Explanation explanation, Programme programme) {
        this.decisions = decisions;
        this.explanation = explanation;
        this.programme = programme;
    }

    record Spoken(
            @Nullable String position,
            @Nullable Map<String, String> text,
            @Nullable String state) {}

    record TextItem(int version, String digest) {}

    record SeatItem(
            String voter,
            String standing,
            String reason,
            @Nullable String position,
            boolean voted) {}

    record WordItem(
            @Nullable String sender,
            String position,
            String effect,
            Map<String, String> text,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String onBehalfOf,
            boolean stands) {}

    record VoiceItem(
            @JsonProperty("for") String sender,
            @Nullable String position,
            @Nullable Long entry,
            @Nullable String onBehalfOf,
            boolean mayState,
            boolean mayWithdraw) {}

    record DecisionItem(
            String id,
            @JsonProperty("case") String caseKey,
            String topic,
            int round,
            String kind,
            String question,
            String status,
            @Nullable String outcome,
            String explanation,
            Instant opened,
            @Nullable Instant deadline,
            String zone,
            @Nullable Instant closed,
            String rule,
            String quorum,
            boolean secret,
            @Nullable TextItem text,
            List<SeatItem> electorate,
            List<WordItem> statements,
            @Nullable Count count,
            @Nullable VoiceItem you,
            List<VoiceItem> voices) {}

    record DecisionList(List<DecisionItem> items) {}

    @GetMapping("/decisions/{id}")
    DecisionItem one(Actor actor, Locale locale, @PathVariable String id) {
        return item(decisions.find(actor, id), locale);
    }

    @PostMapping("/decisions/{id}/positions")
    DecisionItem state(Actor actor, Locale locale, @PathVariable String id, @RequestBody Spoken spoken) {
        Statement statement = new Statement(spoken.position(), spoken.text(), spoken.state());
        return item(decisions.state(actor, id, statement), locale);
    }

    @PostMapping("/decisions/{id}/withdrawal")
    DecisionItem withdraw(
            Actor actor,
            Locale locale,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state) {
        return item(decisions.withdraw(actor, id, state), locale);
    }

    @GetMapping("/cases/{key}/decisions")
    DecisionList ofCase(Actor actor, Locale locale, @PathVariable String key) {
        return new DecisionList(decisions.ofCase(actor, key).stream()
                .map(decision -> item(decision, locale))
                .toList());
    }

    private DecisionItem item(Decision decision, Locale locale) {
        Integer version = decision.textVersion();
        String digest = decision.textDigest();
        List<VoiceItem> voices =
                decision.voices().stream().map(DecisionApi::item).toList();
        return new DecisionItem(
                decision.id(),
                decision.caseKey(),
                decision.topic(),
                decision.round(),
                decision.kind(),
                decision.question().in(locale),
                decision.isOpen() ? "open" : "closed",
                decision.outcome(),
                explanation.of(decision, locale),
                decision.opened(),
                decision.deadline(),
                programme.zone().getId(),
                decision.closed(),
                decision.rule(),
                decision.quorum(),
                decision.secret(),
                version == null || digest == null ? null : new TextItem(version, digest),
                decision.seats().stream().map(DecisionApi::item).toList(),
                decision.said().stream().map(DecisionApi::item).toList(),
                decision.count(),
                voices.isEmpty() ? null : voices.get(0),
                voices);
    }

    private static SeatItem item(Decision.Seat seat) {
        Decision.Word word = seat.word();
        return new SeatItem(
                seat.voter(),
                seat.standing().name(),
                seat.reason(),
                word == null ? null : word.position().word(),
                seat.voted());
    }

    private static WordItem item(Decision.Word word) {
        return new WordItem(
                word.sender(),
                word.position().word(),
                word.effect().name(),
                word.words(),
                word.at(),
                word.actor(),
                word.onBehalfOf(),
                word.stands());
    }

    private static VoiceItem item(Decision.Voice voice) {
        Decision.Word own = voice.own();
        return new VoiceItem(
                voice.sender(),
                own == null ? null : own.position().word(),
                voice.entry(),
                voice.onBehalfOf(),
                voice.mayState(),
                voice.mayWithdraw());
    }
}
