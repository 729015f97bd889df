package org.brisket.job.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.job.config.binding.Problems;

/** The rule that no two entries of a list have the same name. */
final class UniqueNames {

    private UniqueNames() {}

    static void check(String key, List<String> names, Problems problems) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> problems.add(key, "holds " + name + " twice, must hold it once"));
    }
}
