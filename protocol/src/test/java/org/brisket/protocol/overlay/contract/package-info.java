/**
 * Tests that every plug-in has to pass, for plug-in authors to extend. They need JUnit 5 and
 * AssertJ and nothing else.
 */
package org.brisket.protocol.overlay.contract;
