/** Reading the public change log: from the topics of a broker, or from files of JSON lines. */
package org.brisket.job.audit.log;
