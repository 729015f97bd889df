package org.brisket.job.config;

import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.DataSize;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;

/** The bounds of what a submission may hold; what goes beyond one of them is rejected. */
public record BeefProcessingConfig(
        @Key(
                        byDefault = "10 MB",
                        min = "1 kB",
                        max = "1 GB",
                        meaning = "Bytes of one submission, hex counted as the bytes it stands for")
                DataSize maxRecordBytes,
        @Key(byDefault = "5000", min = "1", max = "1000000", meaning = "Transactions in one BEEF")
                int maxTransactions,
        @Key(
                        byDefault = "1000",
                        min = "1",
                        max = "1000000",
                        meaning = "Unproven transactions in a chain from the subject to a proof")
                int maxAncestorDepth,
        @Key(byDefault = "5000", min = "1", max = "1000000", meaning = "Merkle paths in one BEEF")
                int maxBumps,
        @Key(
                        byDefault = "16",
                        min = "1",
                        max = "1000",
                        meaning = "Overlay topics that one submission may name")
                int maxTopicsPerRecord,
        @Key(
                        byDefault = "all-or-nothing",
                        meaning = "Atomicity of a submission without the header brisket-atomicity")
                Atomicity defaultAtomicity,
        @Key(
                        byDefault = "current",
                        meaning = "Mode of a submission without the header brisket-mode")
                SubmissionMode defaultMode)
        implements Section {}
