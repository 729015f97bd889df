/**
 * The command line: {@code brisket COMMAND}.
 *
 * <p>What a user can cause is explained in one line without a stack trace; the exit status says
 * whose turn it is, see {@link org.brisket.job.cli.ExitStatus}.
 */
package org.brisket.job.cli;
