package org.accord.process;

import java.util.List;
import java.util.stream.Collectors;

/** Models break rules; nothing was deployed. */
class UnsoundModels extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsoundModels(List<ModelLint.Fault> faults) {
        super(faults.stream()
                .map(fault -> "%s %s: %s (%s)".formatted(fault.file(), fault.element(), fault.rule(), fault.value()))
                .collect(Collectors.joining(
                        "\n  ", "the models are not deployed (file element: rule (value)):\n  ", "")));
    }
}
