/** The dead letters: what was refused, why, and how it is submitted again. */
package org.brisket.job.rejections;
