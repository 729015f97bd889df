package org.brisket.job.config;

import java.util.List;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;

/** The baskets that the job keeps. */
public record BasketManagerConfig(
        @Key(byDefault = "[]", max = "1000", meaning = "Baskets, each written manager/basket")
                List<String> baskets)
        implements Section {

    @Override
    public void check(Problems problems) {
        UniqueNames.check("baskets", baskets, problems);
    }
}
