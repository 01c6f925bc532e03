package packwitness.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the house keeps everywhere under a root package. The root is a parameter, so that each rule
 * can be seen red on the violation planted for it under {@code planted.<name of the rule>}.
 */
final class HouseRules {
    /** The line: a room may use those before it, never those after it. */
    static final List<String> LINE =
            List.of(
                    "value",
                    "yaml",
                    "storage",
                    "setting",
                    "capture",
                    "recording",
                    "ledger",
                    "orders",
                    "scan",
                    "shipment",
                    "claim",
                    "keep",
                    "inspect",
                    "law",
                    "platform",
                    "dossier",
                    "text",
                    "shop",
                    "bench",
                    "cli",
                    "ui",
                    "app");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** Returns every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.putAll(line());
        rules.putAll(libraries());
        rules.putAll(doors());
        rules.putAll(habits());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private Map<String, ArchRule> line() {
        return Map.of(
                "line", classes().should(HouseConditions.standOnTheLine(root)),
                "backwards", classes().should(HouseConditions.useOnlyRoomsBefore(root)),
                "cycles", slices().matching(root + ".(**)").should().beFreeOfCycles(),
                "names", classes().should(HouseConditions.standInAPlainlyNamedPackage(root)),
                "nullmarked", classes().should(HouseConditions.standInANullMarkedPackage()));
    }

    private Map<String, ArchRule> libraries() {
        return Map.of(
                "javafx",
                        only(
                                List.of("ui"),
                                "javafx..",
                                "com.sun.javafx..",
                                "atlantafx..",
                                "org.kordamp.ikonli.."),
                "cameras",
                        only(
                                List.of("capture", "recording"),
                                "org.bytedeco.ffmpeg..",
                                "com.github.sarxos.."),
                "opencv",
                        only(
                                List.of("inspect"),
                                "org.bytedeco.opencv..",
                                "org.bytedeco.openblas.."),
                "pdf", only(List.of("dossier"), "org.openpdf..", "com.lowagie.."),
                "http", only(List.of("ledger"), "java.net.http.."),
                "network",
                        noClasses()
                                .should()
                                .dependOnClassesThat(HouseConditions.OPEN_CONNECTIONS)
                                .orShould()
                                .accessTargetWhere(HouseConditions.OPENS_A_URL));
    }

    private Map<String, ArchRule> doors() {
        return Map.of(
                "streams",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(room("cli"))
                                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
                "exit",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(room("app"))
                                .should()
                                .accessTargetWhere(HouseConditions.ENDS_THE_PROGRAM),
                "uiandcli",
                        noClasses()
                                .that()
                                .resideInAPackage(room("ui"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(room("cli")),
                "viewmodels",
                        noClasses()
                                .that()
                                .haveNameMatching(".*ViewModel(\\$.*)?")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("javafx.scene..", "javafx.stage.."),
                "runlater",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName(root + ".ui.kit.Fx")
                                .should()
                                .accessTargetWhere(HouseConditions.RUN_LATER),
                "shell",
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".ui.*..")
                                .and()
                                .resideOutsideOfPackage(room("ui.shell"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(room("ui.shell")),
                "kit",
                        noClasses()
                                .that()
                                .resideInAPackage(room("ui.kit"))
                                .should()
                                .dependOnClassesThat(HouseConditions.screens(root)));
    }

    private Map<String, ArchRule> habits() {
        return Map.of(
                "clock",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(room("app"))
                                .should()
                                .accessTargetWhere(HouseConditions.READS_THE_CLOCK),
                "statics",
                        fields().that()
                                .areStatic()
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(root + "..")
                                .should(HouseConditions.BE_CONSTANT),
                "logging",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(room("app"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.util.logging..",
                                        "org.slf4j..",
                                        "org.apache.log4j.."));
    }

    private ArchRule only(List<String> rooms, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms.stream().map(this::room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private String room(String name) {
        return root + "." + name + "..";
    }
}
