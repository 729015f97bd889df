package org.brisket.connectors.callback;

import org.brisket.protocol.hash.Txid;

/** One callback: what it is about, and its JSON object byte for byte as it was received. */
record Callback(Txid txid, byte[] json) {}
