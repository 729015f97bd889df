/**
 * The plug-in interfaces of topics (BRC-22) and baskets (BRC-46), and how plug-ins are found. A
 * plug-in is pure: no I/O, no clock, no randomness, no state of its own.
 */
package org.brisket.protocol.overlay;
