package org.brisket.job.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.verify.ItemReport;
import org.brisket.job.verify.ItemVerifier;
import org.brisket.job.verify.KnownHeaders;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.protocol.submission.SubmissionValue;

/** A dead letter for the eye. */
final class RejectionView {
    private static final int SHOWN_BYTES = 64;

    private final boolean allBytes;

    RejectionView(boolean allBytes) {
        this.allBytes = allBytes;
    }

    List<String> lines(RejectedSubmission rejected) {
        byte[] key = rejected.record().key();
        byte[] value = rejected.record().value();
        List<String> lines = new ArrayList<>();
        lines.add(rejected.place() + " at " + rejected.time());
        lines.add("  key: " + (key == null ? "none" : bytes(key)));
        for (Header header : rejected.record().headers()) {
            lines.add("  " + header.key() + ": " + RejectedSubmission.text(header));
        }
        lines.add("  value: " + (value == null ? "none" : bytes(value)));
        lines.add("  verification now: " + verdict(rejected));
        return lines.stream().map(ResultLine::printable).toList();
    }

    private String bytes(byte[] bytes) {
        boolean whole = allBytes || bytes.length <= SHOWN_BYTES;
        byte[] shown = whole ? bytes : Arrays.copyOf(bytes, SHOWN_BYTES);
        return "%d bytes %s%s".formatted(bytes.length, Hex.encode(shown), whole ? "" : "…");
    }

    private static String verdict(RejectedSubmission rejected) {
        if (rejected.record().value() == null) {
            return "nothing to verify";
        }
        try {
            ItemReport report = verifier().verify(beef(rejected));
            return report.rejection()
                    .map(r -> report.verdict().text() + ", " + r.reason() + ": " + r.detail())
                    .orElse(report.verdict().text());
        } catch (MalformedException e) {
            return "invalid, " + e.getMessage();
        }
    }

    private static byte[] beef(RejectedSubmission rejected) throws MalformedException {
        Header offChain =
                rejected.record().headers().lastHeader(SubmissionHeaders.OFF_CHAIN_VALUES);
        boolean framed = offChain != null && RejectedSubmission.text(offChain).equals("true");
        return SubmissionValue.read(rejected.record().value(), framed).beef();
    }

    private static ItemVerifier verifier() {
        SpvVerifier spv =
                new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());
        KnownHeaders none = KnownHeaders.none();
        return new ItemVerifier(
                spv, none, ChainTip.estimatedAt(none.highest(), Instant.now().getEpochSecond()));
    }
}
