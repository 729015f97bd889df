/** What must be true of the world before the job starts, found out all at once. */
package org.brisket.job.check;
