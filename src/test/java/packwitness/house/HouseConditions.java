package packwitness.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What {@link HouseRules} asks of classes where ArchUnit has no words of its own for it. */
final class HouseConditions {
    private static final Set<String> NAMES_WITHOUT_MEANING =
            Set.of(
                    "util",
                    "utils",
                    "common",
                    "helper",
                    "helpers",
                    "manager",
                    "managers",
                    "impl",
                    "misc");

    private static final Set<String> CONNECTIONS =
            Set.of(
                    "java.net.Socket",
                    "java.net.ServerSocket",
                    "java.net.DatagramSocket",
                    "java.net.MulticastSocket",
                    "java.net.URLConnection",
                    "java.net.HttpURLConnection",
                    "java.net.JarURLConnection",
                    "java.net.InetAddress",
                    "java.net.NetworkInterface",
                    "java.nio.channels.SocketChannel",
                    "java.nio.channels.ServerSocketChannel",
                    "java.nio.channels.DatagramChannel",
                    "java.nio.channels.AsynchronousSocketChannel",
                    "java.nio.channels.AsynchronousServerSocketChannel");

    /** Types that change after they were made, so that a final field of them is a shared state. */
    private static final List<Class<?>> CHANGING =
            List.of(
                    ThreadLocal.class,
                    StringBuilder.class,
                    StringBuffer.class,
                    java.util.Date.class,
                    java.util.Calendar.class,
                    java.text.Format.class,
                    java.util.concurrent.locks.Lock.class,
                    java.util.concurrent.ConcurrentMap.class);

    /** Opening connections in any way but {@code java.net.http}. */
    static final DescribedPredicate<JavaClass> OPEN_CONNECTIONS =
            DescribedPredicate.describe(
                    "open connections",
                    type ->
                            CONNECTIONS.contains(type.getName())
                                    || type.getPackageName().startsWith("javax.net")
                                    || type.getPackageName().startsWith("java.rmi")
                                    || type.getPackageName().startsWith("com.sun.net.httpserver"));

    static final DescribedPredicate<JavaAccess<?>> OPENS_A_URL =
            access(
                    "opening a URL",
                    "java.net.URL",
                    Set.of("openStream", "openConnection", "getContent"));

    static final DescribedPredicate<JavaAccess<?>> RUN_LATER =
            access("runLater", "javafx.application.Platform", Set.of("runLater", "runAndWait"));

    static final DescribedPredicate<JavaAccess<?>> ENDS_THE_PROGRAM =
            access("System.exit", "java.lang.System", Set.of("exit"))
                    .or(access("Runtime.halt", "java.lang.Runtime", Set.of("exit", "halt")));

    static final DescribedPredicate<JavaAccess<?>> READS_THE_CLOCK =
            DescribedPredicate.describe("reading the clock", HouseConditions::readsTheClock);

    static final ArchCondition<JavaField> BE_CONSTANT =
            new ArchCondition<>("be constant") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (!field.getModifiers().contains(JavaModifier.SYNTHETIC) && changes(field))
                        events.add(
                                SimpleConditionEvent.violated(
                                        field, field.getDescription() + " can change"));
                }
            };

    private HouseConditions() {}

    static ArchCondition<JavaClass> standOnTheLine(String root) {
        return condition(
                "stand in a room on the line",
                (type, report) -> {
                    if (!HouseRules.LINE.contains(room(root, type)))
                        report.say(type.getDescription() + " stands in no room of the line");
                });
    }

    static ArchCondition<JavaClass> useOnlyRoomsBefore(String root) {
        return condition(
                "use only rooms before their own",
                (type, report) -> {
                    int here = HouseRules.LINE.indexOf(room(root, type));
                    for (Dependency use : type.getDirectDependenciesFromSelf()) {
                        String there = room(root, use.getTargetClass());
                        if (HouseRules.LINE.indexOf(there) > here) report.say(use.getDescription());
                    }
                });
    }

    static ArchCondition<JavaClass> standInAPlainlyNamedPackage(String root) {
        return condition(
                "stand in a package with a plain name",
                (type, report) -> {
                    String below = type.getPackageName().substring(root.length());
                    for (String part : below.split("\\."))
                        if (NAMES_WITHOUT_MEANING.contains(part))
                            report.say(type.getDescription() + " stands in a package " + part);
                });
    }

    static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return condition(
                "stand in a @NullMarked package",
                (type, report) -> {
                    if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        report.say(type.getDescription() + " stands in a package without it");
                });
    }

    /** Returns what belongs to a screen or the shell: all of ui but its kit and its door. */
    static DescribedPredicate<JavaClass> screens(String root) {
        String ui = root + ".ui.";
        return DescribedPredicate.describe(
                "belong to a screen",
                type ->
                        type.getPackageName().startsWith(ui)
                                && !(type.getPackageName() + ".").startsWith(ui + "kit."));
    }

    /** Returns the first part of the package below the root; empty in the root and outside. */
    private static String room(String root, JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) return "";
        String below = name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static boolean changes(JavaField field) {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) return true;
        if (type.isArray()) return !field.getModifiers().contains(JavaModifier.PRIVATE);
        if (type.getPackageName().equals("java.util.concurrent.atomic")) return true;
        // A security provider is a map by descent only; nobody puts anything into it.
        if (type.isAssignableTo(java.security.Provider.class)) return false;
        boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        if (container && !type.isInterface()) return true;
        if (type.isEquivalentTo(java.util.Random.class)) return true;
        return CHANGING.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) return false;
        String owner = target.getOwner().getName();
        String name = target.getName();
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || isTick(name, parameters);
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                    name.equals("<init>") && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                    owner.startsWith("java.time.")
                            && name.equals("now")
                            && !parameters.contains(Clock.class.getName());
        };
    }

    private static boolean isTick(String name, List<String> parameters) {
        return name.startsWith("tick") && !parameters.contains(Clock.class.getName());
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String description, String owner, Set<String> names) {
        return DescribedPredicate.describe(
                description,
                access ->
                        access.getTargetOwner().getName().equals(owner)
                                && names.contains(access.getTarget().getName()));
    }

    /** Takes the sentences about one class. */
    private interface Complaints {
        void say(String sentence);
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Complaints> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(
                        type,
                        sentence -> events.add(SimpleConditionEvent.violated(type, sentence)));
            }
        };
    }
}
