package org.brisket.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The arrows between the modules: who may know whom. */
@AnalyzeClasses(
        packages = "org.brisket",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
final class ArchitectureTest {
    private static final String PROTOCOL = "org.brisket.protocol..";
    private static final String STATE = "org.brisket.state..";
    private static final String FLINK = "org.apache.flink..";
    private static final String KAFKA = "org.apache.kafka..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CAFFEINE = "com.github.benmanes.caffeine..";

    @ArchTest
    static final ArchRule protocolIsPlainJava =
            module(PROTOCOL, "org.bouncycastle..", "fr.acinq.secp256k1..", "kotlin..");

    @ArchTest static final ArchRule stateKnowsTheProtocol = module(STATE, PROTOCOL, FLINK);

    @ArchTest
    static final ArchRule operatorsKnowProtocolAndState =
            module("org.brisket.operators..", PROTOCOL, STATE, FLINK, JACKSON, CAFFEINE);

    @ArchTest
    static final ArchRule connectorsKnowTheProtocol =
            module("org.brisket.connectors..", PROTOCOL, FLINK, KAFKA, JACKSON, CAFFEINE);

    @ArchTest
    static final ArchRule simulatorKnowsTheProtocol =
            module("org.brisket.simulator..", PROTOCOL, KAFKA, "kafka..", "scala..", JACKSON);

    /** The modules share test fixtures as jars beside their own. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.brisket.(**)").should().beFreeOfCycles();

    /**
     * What every module may use besides what it names: itself, the JDK and the logging interface.
     */
    private static ArchRule module(String module, String... allowed) {
        List<String> packages = new ArrayList<>(List.of(allowed));
        packages.addAll(
                List.of(module, "java..", "javax..", "com.sun.net.httpserver..", "org.slf4j.."));
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new));
    }
}
