/** The whole job, each part in a process of its own, so that each one's CPU time can be told. */
package org.brisket.bench.e2e;
