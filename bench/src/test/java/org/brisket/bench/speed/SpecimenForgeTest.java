package org.brisket.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The workload has the shape that the table says, and Brisket accepts it. */
class SpecimenForgeTest {
    private static final int FEW = 3;

    @ParameterizedTest
    @CsvSource({"SIMPLE,1,10", "CHAIN10,11,10", "WIDE10,10,100", "TOKEN,2,20", "DATA100K,1,10"})
    void hasSoManySignaturesAndProofLevels(WorkloadClass workload, int signatures, int levels) {
        for (Specimen specimen : SpecimenForge.forge(workload, FEW)) {
            assertThat(specimen.signatures()).hasSize(signatures);
            assertThat(specimen.proofLevels()).isEqualTo(levels);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isValidInEveryPart(WorkloadClass workload) throws Exception {
        Specimens specimens = new Specimens();
        specimens.workload = workload;
        specimens.forge();
        CpuCounters counters = new CpuCounters();
        ProtocolBenchmark benchmark = new ProtocolBenchmark();
        FloorBenchmark.Libraries libraries = new FloorBenchmark.Libraries();
        for (int i = 0; i < FEW; i++) {
            benchmark.verify(specimens, counters);
            benchmark.scripts(specimens, counters);
            new FloorBenchmark().ecdsa(specimens, counters, libraries);
        }
        assertThat(counters.operations).isEqualTo(3L * FEW);
    }

    @Test
    void forgesTheSameBytesEachTimeAndNoTwoAlike() {
        List<Specimen> first = SpecimenForge.forge(WorkloadClass.TOKEN, FEW);
        List<Specimen> second = SpecimenForge.forge(WorkloadClass.TOKEN, FEW);
        for (int i = 0; i < FEW; i++) {
            assertThat(first.get(i).beef()).isEqualTo(second.get(i).beef());
        }
        assertThat(first.get(0).beef()).isNotEqualTo(first.get(1).beef());
    }
}
