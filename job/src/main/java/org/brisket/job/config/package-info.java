/**
 * The configuration: one YAML file, one tree of records, checked as a whole before anything starts.
 *
 * <p>{@link org.brisket.job.config.BrisketConfig} is the root. The keys with their defaults are
 * listed in docs/configuration.md, which a test keeps equal to these records. Together with that
 * page they are public interface: a key is renamed or removed only with a note in the changelog.
 */
package org.brisket.job.config;
