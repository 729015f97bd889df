/** Token layouts inside locking scripts. Depends on bytes, key and script. */
package org.brisket.protocol.token;
