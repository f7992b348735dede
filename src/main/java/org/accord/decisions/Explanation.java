package org.accord.decisions;

import java.util.Locale;
import java.util.Objects;
import org.accord.decisions.Electorate.Standing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a decision came out as it did, in a sentence that a reader can check against the list of positions. */
@Component
class Explanation {

    private final MessageSource messages;

    Explanation(MessageSource messages) {
        this.messages = messages;
    }

    /** Empty while it is open, and where its numbers are not for the reader. */
    public String of(Decision decision, Locale locale) {
        String outcome = decision.outcome();
        if (outcome == null) {
            return "";
        }
        Count count = decision.count();
        if (count != null) {
            return say("decision.why.ballot." + outcome, arguments(count), locale);
        }
        long entitled = decision.seats().stream()
                .filter(seat -> seat.standing() == Standing.ENTITLED)
                .count();
        return say(
                "decision.why." + decision.kind() + "." + outcome,
                new Object[] {entitled, decision.seats().size() - entitled},
                locale);
    }

    private static Object[] arguments(Count count) {
        return new Object[] {
            count.entitled(),
            count.voted(),
            count.yes(),
            count.no(),
            count.abstained(),
            count.uncounted(),
            count.recused(),
            count.quorum(),
            count.vetoed() ? "yes" : "no"
        };
    }

    private String say(String key, Object[] arguments, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, "", locale), "");
    }
}
