/** Submissions as they arrive, and the records that leave. Depends on bytes and hash. */
package org.brisket.protocol.submission;
