package org.accord.documents;

import java.io.InputStream;

/**
 * A file as it is handed in.
 *
 * @param in read once, and closed by whoever opened it
 * @param name as its owner calls it
 * @param language code of a language of the programme
 */
record Upload(InputStream in, String name, String language) {}
