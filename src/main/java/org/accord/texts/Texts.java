package org.accord.texts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of cases. A case has at most one text, in versions; the newest one counts. Methods that take a reader refuse
 * {@code noSuchCase} for a case that the reader may not see, and treat a version that they may not read as one that does
 * not exist.
 */
@Component
public class Texts {

    private final TextStore store;
    private final TextBook book;
    private final TextRights rights;
    private final Forms forms;
    private final Programme programme;

    Texts(TextStore store, TextBook book, TextRights rights, Forms forms, Programme programme) {
        this.store = store;
        this.book = book;
        this.rights = rights;
        this.forms = forms;
        this.programme = programme;
    }

    /** The version that counts; for other modules, which know themselves who may see it. */
    public Optional<TextVersion> newest(String caseKey) {
        return store.newest(caseKey);
    }

    /** One version; for other modules, which know themselves who may see it. */
    public Optional<TextVersion> version(String caseKey, int number) {
        return store.version(caseKey, number);
    }

    /** The versions that the reader may read, the newest first. */
    public List<TextVersion> versions(Actor reader, String caseKey) {
        rights.see(reader, caseKey);
        return store.all(caseKey).stream()
                .filter(version -> rights.reads(reader, version))
                .toList();
    }

    /** One version; {@code noSuchText} if there is none that the reader may read. */
    public TextVersion read(Actor reader, String caseKey, int number) {
        rights.see(reader, caseKey);
        return store.version(caseKey, number)
                .filter(version -> rights.reads(reader, version))
                .orElseThrow(() -> Refused.notFound("noSuchText", caseKey));
    }

    /**
     * Writes a new version; languages that are not given keep what they say. Refuses {@code notPermitted} for an actor
     * who may not draft texts, {@code textOfEndedCase}, {@code textLocked} with the decision that locks it,
     * {@code textAdopted}, {@code textUnchanged}, and as violations {@code textEmpty}, {@code textTooLong} (100,000
     * characters), {@code unknownLanguage} and {@code illegalCharacter}. An attempt at a locked or adopted text is
     * recorded.
     *
     * @param bodies by language code
     */
    @Transactional
    public TextVersion revise(Actor actor, String caseKey, Map<String, String> bodies) {
        Capacity capacity = rights.requireDrafter(actor, caseKey);
        forms.requireStorable(Map.of("bodies", bodies));
        return book.revise(actor, capacity, caseKey, bodies)
                .orElseThrow(() -> Refused.conflict("textUnchanged", caseKey));
    }

    /**
     * Hands the newest version out; does nothing if it has been. That it may be done is for the caller to know. Refuses
     * {@code noSuchText}, and {@code languageMissing} with the first language of the programme that has no text.
     */
    @Transactional
    public void release(Actor actor, String caseKey) {
        book.release(actor, caseKey);
    }

    /**
     * Keeps the newest version as it is while a decision runs on it; does nothing if the same decision has locked it.
     * Refuses {@code noSuchText}, {@code textNotReleased}, {@code textAdopted}, and {@code textLocked} if another
     * decision holds it.
     *
     * @param because the id of the decision
     */
    @Transactional
    public TextVersion lock(Actor actor, String caseKey, String because) {
        return book.lock(actor, caseKey, because);
    }

    /**
     * Lets the text be written on; does nothing if it is not locked. Refuses {@code noSuchText}, and {@code textLocked} if
     * another decision holds it.
     *
     * @param because the id of the decision that locked it
     */
    @Transactional
    public void unlock(Actor actor, String caseKey, String because) {
        book.unlock(actor, caseKey, because);
    }

    /**
     * Makes the newest version final, whether it is locked or not; does nothing if it is. Refuses {@code noSuchText} and
     * {@code textNotReleased}.
     */
    @Transactional
    public void adopt(Actor actor, String caseKey) {
        book.adopt(actor, caseKey);
    }

    /**
     * What was put in and taken out between two versions, in one language; a version without that language counts as
     * empty. Refuses {@code noSuchText} and, as a violation, {@code unknownLanguage}.
     */
    public Comparison compare(Actor reader, String caseKey, int from, int to, String language) {
        TextVersion before = read(reader, caseKey, from);
        TextVersion after = read(reader, caseKey, to);
        if (!programme.languages().contains(language)) {
            throw Refused.invalid(
                    Violation.of("lang", "unknownLanguage", language, String.join(", ", programme.languages())));
        }
        return new Comparison(language, from, to, TextComparison.of(before.body(language), after.body(language)));
    }
}
