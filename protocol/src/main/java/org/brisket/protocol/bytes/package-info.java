/**
 * Reading and writing wire bytes: bounds-checked, canonical, never recursive. Depends on the JDK.
 */
package org.brisket.protocol.bytes;
