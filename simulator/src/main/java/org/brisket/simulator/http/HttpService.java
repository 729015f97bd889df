package org.brisket.simulator.http;

/** What answers requests below one path prefix. Safe for concurrent use. */
interface HttpService {
    HttpResponse answer(HttpRequest request);
}
