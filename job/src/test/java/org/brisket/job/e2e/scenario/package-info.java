/** Every kind of trouble on the network, one after another in one world, and what must hold. */
package org.brisket.job.e2e.scenario;
