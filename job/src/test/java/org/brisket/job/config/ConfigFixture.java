package org.brisket.job.config;

import java.util.List;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.job.config.binding.Section;

/** What the tests of the configuration share. */
final class ConfigFixture {
    /** The least that a job must be told. */
    static final String LEAST =
            """
            spv:
              chain-trackers:
                - {name: a, kind: whats-on-chain, url: 'http://a:1'}
                - {name: b, kind: chaintracks, url: 'http://b:2'}
            extended-format-broadcasting:
              endpoints:
                - {name: arc, url: 'http://c:3'}
            """;

    private ConfigFixture() {}

    /** Every problem of the YAML of one section; none if it is valid. */
    static <R extends Record & Section> List<String> problems(Class<R> section, String yaml) {
        try {
            ConfigBinder.bind(section, yaml);
            return List.of();
        } catch (InvalidConfigException invalid) {
            return invalid.problems();
        }
    }
}
