/** Verification of files without a network: the lint behind {@code brisket verify}. */
package org.brisket.job.verify;
