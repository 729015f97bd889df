/**
 * Bounded HTTP: every request has a time limit, every reply a size limit and every service a limit
 * on the requests under way. Redirects are not followed.
 */
package org.brisket.connectors.http;
