package org.brisket.connectors.chain;

import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/** The header of mainnet block 883,637 as the three kinds of services describe it. */
final class GoldenHeader {
    static final long HEIGHT = 883_637;
    static final String HASH = "0000000000000000060ac8d63b78d41f58c9aba0b09f81db7d51fa4905a47263";
    static final String ROOT = "59c1efd79fae0d9c29dd8da63f8eeec0aadde048f4491c6bfa324fcfd537156d";
    static final String OTHER_ROOT =
            "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

    private static final String PREVIOUS =
            "00000000000000000d9f6889dd6743500adee204ea25d8a57225ecd48b111769";

    private GoldenHeader() {}

    static RootQuery query() {
        return query(HEIGHT, ROOT);
    }

    static RootQuery query(long height, String root) {
        try {
            return new RootQuery(height, MerkleRoot.fromDisplayHex(root));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String whatsOnChain() {
        return """
                {"hash":"%s","confirmations":5,"size":1,"height":%d,"version":1040187392,
                 "versionHex":"3e000000","merkleroot":"%s","time":1739329877,"mediantime":1,
                 "nonce":%d,"bits":"1811c777","difficulty":1.5,"chainwork":"00",
                 "previousblockhash":"%s","nextblockhash":"00"}"""
                .formatted(HASH, HEIGHT, ROOT, nonce(), PREVIOUS);
    }

    static String chaintracks() {
        return """
                {"status":"success","value":{"version":1040187392,"previousHash":"%s",
                 "merkleRoot":"%s","time":1739329877,"bits":%d,"nonce":%d,"height":%d,
                 "hash":"%s"}}"""
                .formatted(PREVIOUS, ROOT, 0x1811c777, nonce(), HEIGHT, HASH);
    }

    static String blockHeadersService(String state, long height, String root) {
        return """
                {"confirmationState":"%s","confirmations":[{"blockHash":"%s","blockHeight":%d,
                 "merkleRoot":"%s","confirmation":"%s"}]}"""
                .formatted(state, HASH, height, root, state);
    }

    /** With the time as it is written: ISO 8601 text or a number. */
    static String blockHeadersServiceHeader(String time) {
        return """
                {"hash":"%s","version":1040187392,"prevBlockHash":"%s","merkleRoot":"%s",
                 "creationTimestamp":%s,"difficultyTarget":%d,"nonce":%d,"work":"1"}"""
                .formatted(HASH, PREVIOUS, ROOT, time, 0x1811c777, nonce());
    }

    static BlockHeader header() {
        try {
            return new BlockHeader(
                    1040187392,
                    BlockHash.fromDisplayHex(PREVIOUS),
                    MerkleRoot.fromDisplayHex(ROOT),
                    1739329877,
                    0x1811c777,
                    nonce());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long nonce() {
        return 0x2392dc11L;
    }
}
