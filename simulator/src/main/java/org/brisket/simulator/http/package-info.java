/**
 * The simulated network over real HTTP: ARC endpoints, three kinds of header service and callbacks,
 * each with knobs for trouble. Everything listens on the loopback interface only.
 */
package org.brisket.simulator.http;
