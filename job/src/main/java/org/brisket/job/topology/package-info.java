/** The job graph: which step feeds which, and the way from a configuration to a running job. */
package org.brisket.job.topology;
