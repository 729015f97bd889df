/**
 * Questions about the live state and what the stores answer to them. Nothing here changes anything.
 */
package org.brisket.state.query;
