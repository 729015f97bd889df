/** The always-on verifier: an independent reader of the public topics that counts what is wrong. */
package org.brisket.job.verifier;
