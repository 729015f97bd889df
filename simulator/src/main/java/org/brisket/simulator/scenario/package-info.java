/**
 * Scenarios: small files that say what goes wrong on the simulated network, and when; those that we
 * ship, and what carries them out.
 */
package org.brisket.simulator.scenario;
