package org.accord.programme;

import org.accord.core.LocalText;

/**
 * An outcome that the programme works for, of its results framework, and how it is told (jpoa.md 3.7).
 *
 * @param indicator what is counted or measured
 * @param baseline what it was when the programme began
 * @param target what it is to become
 * @param means where the value is found: the means of verification
 */
public record Result(
        String code,
        String pillar,
        LocalText title,
        LocalText indicator,
        String baseline,
        String target,
        LocalText means) {}
