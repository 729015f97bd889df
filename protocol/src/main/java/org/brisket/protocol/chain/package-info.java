/** What the verifier needs to know about the chain, and the port through which it asks. */
package org.brisket.protocol.chain;
