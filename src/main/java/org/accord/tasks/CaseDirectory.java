package org.accord.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.LocalText;
import org.accord.core.Scope;

/** What the inbox needs to know of cases; the cases implement it. */
public interface CaseDirectory {

    /** Titles by case key; a key that does not exist is left out. */
    Map<String, LocalText> titles(Collection<String> caseKeys);

    /** The process of a case; absent for a key that does not exist. */
    Optional<String> process(String caseKey);

    /** The facts of a case that forms may refer to: {@code caseDate}, {@code state}, {@code pillar}, {@code title}. */
    Map<String, Object> context(String caseKey);

    /** The posts that hold the role there today, by user name. */
    List<String> holders(String role, Scope scope);
}
