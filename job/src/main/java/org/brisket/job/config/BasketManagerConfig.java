package org.brisket.job.config;

import java.util.List;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;
import org.brisket.protocol.overlay.BasketLedger;

/** The baskets that the job keeps. */
public record BasketManagerConfig(
        @Key(
                        byDefault = "[]",
                        max = "1000",
                        meaning =
                                "Baskets, each written manager/basket; a plug-in on the class path"
                                        + " must be the manager")
                List<String> baskets)
        implements Section {

    /** The managers of the baskets, each once. */
    public List<String> managers() {
        return baskets.stream()
                .map(basket -> BasketLedger.of(basket, "").manager())
                .distinct()
                .toList();
    }

    @Override
    public void check(Problems problems) {
        baskets.stream()
                .filter(basket -> !BasketLedger.isName(basket))
                .forEach(
                        basket ->
                                problems.refuse(
                                        "baskets",
                                        basket,
                                        "must be a manager's name, a slash and a basket name of 5"
                                                + " to 300 of a-z, 0-9 and single spaces that no"
                                                + " wallet reserves (BRC-100)"));
        UniqueNames.check("baskets", baskets, problems);
    }
}
