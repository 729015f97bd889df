package org.brisket.bench.attack;

import java.util.ArrayList;
import java.util.List;

/** All attacks. The order is fixed: a case's number seeds its bytes. */
public final class Corpus {
    private Corpus() {}

    public static List<AttackCase> cases() {
        List<AttackCase> cases = new ArrayList<>();
        cases.addAll(DepthAttacks.cases());
        cases.addAll(StructureAttacks.cases());
        cases.addAll(VarintAttacks.cases());
        cases.addAll(BumpAttacks.cases());
        cases.addAll(WideProofAttacks.cases());
        cases.addAll(ValueAttacks.cases());
        cases.addAll(MemoryAttacks.cases());
        cases.addAll(StepAttacks.cases());
        cases.addAll(SignatureAttacks.cases());
        cases.addAll(CountAttacks.cases());
        return List.copyOf(cases);
    }

    /** The number of cases whose names contain the text, in order. */
    public static List<Integer> numbers(String text) {
        List<AttackCase> cases = cases();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).name().contains(text)) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}
