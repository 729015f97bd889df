/**
 * The job's own header chain: who keeps it, what the other steps are told of it, and what those
 * answer about merkle roots without asking anybody.
 */
package org.brisket.state.header;
