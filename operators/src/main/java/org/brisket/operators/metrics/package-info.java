/** The job's own metrics: their names in one place, and the instruments that hold them. */
package org.brisket.operators.metrics;
