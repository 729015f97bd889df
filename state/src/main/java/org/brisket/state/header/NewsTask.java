package org.brisket.state.header;

import org.brisket.state.tracking.NetworkNews;

/** What the step that asks the trackers for network events is told, in this order. */
public sealed interface NewsTask {

    /** An event whose proof the own headers neither confirm nor deny. */
    record Ask(NetworkNews news) implements NewsTask {}

    /** A reorganisation replaced the blocks from this height on: answers about them are void. */
    record Forget(long fromHeight) implements NewsTask {}
}
