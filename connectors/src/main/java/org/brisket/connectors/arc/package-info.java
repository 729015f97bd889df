/**
 * Transaction endpoints that speak the ARC API: one client per endpoint that posts in batches, and
 * a fan-out to all of them that does not give up.
 */
package org.brisket.connectors.arc;
