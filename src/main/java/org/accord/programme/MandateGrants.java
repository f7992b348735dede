package org.accord.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accord.access.Grant;
import org.accord.access.GrantSource;
import org.accord.core.Warrant;
import org.springframework.stereotype.Component;

/** What mandates grant: the rights of the role, as far as the mandate reaches, while it lasts. */
@Component
class MandateGrants implements GrantSource {

    private final Programme programme;

    MandateGrants(Programme programme) {
        this.programme = programme;
    }

    @Override
    public List<Grant> grantsOf(String userName, Instant at) {
        return programme.mandatesOf(userName, at).stream()
                .flatMap(mandate -> grant(mandate).stream())
                .toList();
    }

    private Optional<Grant> grant(Mandate mandate) {
        Warrant warrant = new Warrant(mandate.from(), mandate.until(), null);
        return programme
                .role(mandate.role())
                .map(role -> Grant.own(role.code(), mandate.scope(), role.rights(), warrant));
    }
}
