/**
 * From a YAML file to typed records and back, for records of any subject.
 *
 * <p>A record that implements {@link org.brisket.job.config.binding.Section} is a group of keys;
 * its components, each with a {@link org.brisket.job.config.binding.Key}, are the keys. {@link
 * org.brisket.job.config.binding.ConfigBinder} reads, {@link
 * org.brisket.job.config.binding.ConfigWriter} writes, and every problem of a file ends in one
 * list, {@link org.brisket.job.config.binding.Problems}.
 */
package org.brisket.job.config.binding;
