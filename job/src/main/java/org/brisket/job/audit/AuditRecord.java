package org.brisket.job.audit;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.TrackedTransaction;

/** What the steps of an audit hand on: facts about one transaction, entries to replay, findings. */
public sealed interface AuditRecord
        permits AuditRecord.Fact, AuditRecord.Nothing, ReplayEntry, Finding {

    /** Something that the state or the log says of one transaction. */
    sealed interface Fact extends AuditRecord {
        Txid txid();
    }

    /** What a stored key gives that has nothing to say: the reader wants something of each. */
    record Nothing() implements AuditRecord {}

    /** A ledger holds it; the coins that it names as spent and that are not. */
    record Held(Txid txid, String ledger, Application application, List<LostCoin> lost)
            implements Fact {
        public Held {
            lost = List.copyOf(lost);
        }
    }

    /** What became of its decision. */
    record Tracked(Txid txid, TrackedTransaction transaction) implements Fact {}

    /** An open ballot about it. */
    record Voted(Txid txid, boolean objected, List<LedgerVerdict> verdicts) implements Fact {
        public Voted {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The log admits it; the origin says where the record lies. */
    record Admitted(Txid txid, String origin, List<LedgerVerdict> verdicts) implements Fact {
        public Admitted {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The log undoes it. The verdicts have a sequence, but no digest. */
    record RolledBack(
            Txid txid, String origin, boolean admissionPublished, List<LedgerVerdict> verdicts)
            implements Fact {
        public RolledBack {
            verdicts = List.copyOf(verdicts);
        }
    }
}
