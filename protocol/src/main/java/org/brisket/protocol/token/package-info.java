/** Token layouts inside locking scripts. Depends on bytes, key, script and transaction. */
package org.brisket.protocol.token;
