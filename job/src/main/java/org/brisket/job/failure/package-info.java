/** How any part of the job ends a command for a reason that its user can understand and mend. */
package org.brisket.job.failure;
