package org.brisket.job.check;

import java.util.ArrayList;
import java.util.List;

/** What checks have found: problems, with which the job must not start, and warnings. */
public final class Findings {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(String format, Object... arguments) {
        problems.add(String.format(format, arguments));
    }

    void problems(List<String> found) {
        problems.addAll(found);
    }

    void warn(String format, Object... arguments) {
        warnings.add(String.format(format, arguments));
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
