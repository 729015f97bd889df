package org.brisket.protocol.spv;

import java.util.List;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.verdict.Rejection;

/** What the chain trackers have to confirm before a BEEF may be believed. */
public sealed interface RequiredRoots {
    /** The roots, each once, of every proof that the subject rests on; never empty. */
    record Roots(List<RootQuery> queries) implements RequiredRoots {
        public Roots {
            queries = List.copyOf(queries);
        }
    }

    /** No answer of any tracker can help: the BEEF itself is wrong. */
    record Rejected(Rejection rejection) implements RequiredRoots {}
}
