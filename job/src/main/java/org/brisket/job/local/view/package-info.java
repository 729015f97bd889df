/** What local mode shows while it runs. */
package org.brisket.job.local.view;
