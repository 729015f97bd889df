/** The large run: many topics, many baskets, conflicts, failures, and an oracle beside it. */
package org.brisket.job.e2e.atomic;
