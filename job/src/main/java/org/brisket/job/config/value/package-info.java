/** The values that configuration keys take, each with the one way to write it. */
package org.brisket.job.config.value;
