package org.brisket.state.query;

import org.brisket.protocol.hash.Txid;

/** The bytes of one transaction and its proof: a question to the transaction store. */
public record StoredQuery(String id, Txid txid) implements StateQuery {}
