package org.accord.search;

import java.util.List;
import org.accord.core.Actor;

/** A module with something that can be found by its words. */
public interface Searchable {

    /** What it has, as addresses and messages say it: {@code case}, {@code document}, {@code comment}. */
    String kind();

    /**
     * What the reader may see and what holds all the words, in any of their forms; the newest first.
     *
     * @param words as somebody typed them; words in quotes stand together, one after a minus is absent
     */
    List<Hit> find(Actor reader, String words, int most);
}
