package org.brisket.protocol.script;

import java.util.Locale;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.transaction.Transaction;

/**
 * The run of one script over a stack. The alternative stack, the conditionals and the place of the
 * last code separator are fresh for each script; the main stack goes from one to the next.
 */
final class Execution {
    private final InputSpend spend;
    private final SignatureChecker signatures;
    private final CostMeter meter;
    private final ByteSlice script;
    private final boolean unlocking;
    private final ScriptReader reader;
    private final ScriptStack stack;
    private final ScriptStack alternative;
    private final EraLimits limits;
    private final ConditionStack conditions = new ConditionStack();
    private int codeStart;
    private boolean nestedReturn;
    private boolean finished;

    Execution(Interpreter.Run run, ByteSlice script, boolean unlocking) {
        this.spend = run.spend();
        this.signatures = run.signatures();
        this.meter = run.meter();
        this.stack = run.stack();
        this.alternative = new ScriptStack(run.memory());
        this.limits = new EraLimits(spend.rules());
        this.script = script;
        this.unlocking = unlocking;
        this.reader = new ScriptReader(script);
    }

    void run() throws ScriptFailure {
        limits.requireScript(script.length());
        while (!finished && reader.hasNext()) {
            step();
        }
        if (!finished && !conditions.isEmpty()) {
            throw ScriptFailure.invalid(
                    ScriptError.UNBALANCED_CONDITIONAL, "the script ends in a conditional");
        }
        alternative.clear();
    }

    private void step() throws ScriptFailure {
        meter.charge(CostMeter.STEP);
        int opcode = reader.next();
        if (opcode <= Opcode.PUSHDATA4) {
            push(opcode, reader.pushed());
        } else {
            limits.countOpcode(opcode);
            requireEnabled(opcode);
            if (executes() || reachesWithoutExecuting(opcode)) {
                apply(opcode);
            }
        }
        limits.requireStack(stack.size() + alternative.size());
    }

    private void push(int opcode, ByteSlice data) throws ScriptFailure {
        limits.requireElement(data.length());
        if (executes()) {
            if (rules().requiresShortestForms()) {
                PushForm.requireShortest(opcode, data);
            }
            stack.push(data);
        }
    }

    /** Before Genesis a disabled opcode was an error even where it is not executed. */
    private void requireEnabled(int opcode) throws ScriptFailure {
        boolean disabled = opcode == Opcode.MUL_2 || opcode == Opcode.DIV_2;
        if (disabled && rules().isPreGenesis()) {
            throw ScriptFailure.invalid(ScriptError.DISABLED_OPCODE);
        }
    }

    /** True where operations take effect: in taken branches, and not after a nested OP_RETURN. */
    boolean executes() {
        return conditions.allTaken() && !nestedReturn;
    }

    private boolean reachesWithoutExecuting(int opcode) {
        boolean structure = opcode >= Opcode.IF && opcode <= Opcode.ENDIF;
        return structure || (opcode == Opcode.RETURN && conditions.allTaken());
    }

    private void apply(int opcode) throws ScriptFailure {
        Operation operation = OperationTable.find(opcode);
        if (operation == null) {
            throw ScriptFailure.unsupported(
                    String.format(Locale.ROOT, "opcode %02x is not evaluated", opcode));
        }
        operation.apply(this);
    }

    ScriptStack stack() {
        return stack;
    }

    ScriptStack alternative() {
        return alternative;
    }

    ConditionStack conditions() {
        return conditions;
    }

    /** Whether a value counts as true, which takes a look at each of its bytes. */
    boolean isTrue(ByteSlice value) throws ScriptFailure {
        meter.chargeBytes(value.length());
        return ScriptNumber.isTrue(value);
    }

    EraLimits limits() {
        return limits;
    }

    Transaction transaction() {
        return spend.digests().transaction();
    }

    int input() {
        return spend.input();
    }

    CostMeter meter() {
        return meter;
    }

    ScriptRules rules() {
        return spend.rules();
    }

    SignatureChecker signatures() {
        return signatures;
    }

    /** Outside of conditionals the script ends well here; inside, only its structure goes on. */
    void returnFromScript() {
        if (conditions.isEmpty()) {
            finished = true;
        } else {
            nestedReturn = true;
        }
    }

    /** Signatures that follow cover only what comes after this place. */
    void separateCode() {
        codeStart = reader.position();
    }

    /**
     * What a signature checked here covers: the running script from its last code separator on, and
     * where the unlocking script checks a signature, the locking script behind it.
     */
    ByteSlice scriptCode() throws ScriptFailure {
        ByteSlice rest = script.slice(codeStart, script.length() - codeStart);
        if (!unlocking || !spend.rules().chronicleActive()) {
            return rest;
        }
        ByteSlice locking = spend.lockingScript();
        meter.chargeBytes((long) rest.length() + locking.length());
        ByteWriter both = new ByteWriter(rest.length() + locking.length());
        return both.write(rest).write(locking).view();
    }
}
