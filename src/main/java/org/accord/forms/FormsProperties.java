package org.accord.forms;

import java.util.List;

/**
 * What the forms are set up with.
 *
 * @param location directory of the forms ({@code accord.forms.location})
 * @param languages of the programme, English among them ({@code accord.languages})
 */
record FormsProperties(String location, List<String> languages) {}
