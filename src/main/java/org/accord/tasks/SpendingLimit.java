package org.accord.tasks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.accord.tasks.Delegations.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * What an approver must be able to answer for (D6): whoever decides needs a delegation, and the last who decides one whose
 * limit covers the total, unless the programme board decides after them.
 *
 * @param amount the total in US dollars; absent when nobody knows it, which no limit covers
 * @param last whether nobody else decides on the money afterwards
 */
record SpendingLimit(@Nullable BigDecimal amount, boolean last) {

    private static final String BOARD = "BOARD";

    /** @param chain the links in their order, divided by commas */
    static SpendingLimit of(@Nullable String amount, String chain, String link) {
        List<String> deciding = ApprovalChain.roles(chain).stream()
                .filter(one -> !one.equals(ApprovalChain.CERTIFIER))
                .toList();
        boolean last = !deciding.contains(BOARD) && deciding.indexOf(link) == deciding.size() - 1;
        return new SpendingLimit(amount == null ? null : new BigDecimal(amount), last);
    }

    /** For words to people; nothing where it is not known. */
    public BigDecimal total() {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    boolean isCoveredBy(Optional<Delegation> delegation) {
        return delegation.filter(this::covers).isPresent();
    }

    private boolean covers(Delegation delegation) {
        return !last || amount != null && amount.compareTo(delegation.limit()) <= 0;
    }
}
