package org.accord.programme;

import org.accord.core.LocalText;

/**
 * A post that acts in the programme; whoever fills it signs in under its user name.
 *
 * @param userName the name of the account, as in {@link org.accord.core.Actor#name()}
 */
public record Post(String userName, LocalText name) {}
