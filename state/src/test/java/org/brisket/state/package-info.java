/** Examples that the tests of all state machines share. */
package org.brisket.state;
