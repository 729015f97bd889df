/** What local mode sends to the job, and everything that it reads back. */
package org.brisket.job.local.traffic;
