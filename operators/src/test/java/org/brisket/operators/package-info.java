/** Examples and harnesses that the tests of all steps share. */
package org.brisket.operators;
