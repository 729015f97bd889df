/** A BSV network in a process: chain, header services, ARC endpoints, broker and workload. */
package org.brisket.simulator;
