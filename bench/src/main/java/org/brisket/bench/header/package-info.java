/** What it costs to hold a merkle root against the job's own headers. */
package org.brisket.bench.header;
