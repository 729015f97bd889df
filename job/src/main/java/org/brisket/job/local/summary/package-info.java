/** The promises of the job, checked against what was sent and what the network received. */
package org.brisket.job.local.summary;
