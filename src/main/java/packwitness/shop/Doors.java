package packwitness.shop;

import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which deeds the doors of the program ask for: the calls of the desktop's screens, and the
 * commands. A door that the table does not know is the owner's alone. Immutable.
 */
public final class Doors {
    private static final Doors DESKTOP = shipped("desktop");
    private static final Doors COMMANDS = shipped("commands");

    private final Map<String, Set<Permission>> needs;

    private Doors(Map<String, Set<Permission>> needs) {
        this.needs = needs;
    }

    /** Returns those of the desktop: a service and its method, such as {@code keep.run}. */
    public static Doors desktop() {
        return DESKTOP;
    }

    /** Returns those of the command line, such as {@code retention run}. */
    public static Doors commands() {
        return COMMANDS;
    }

    private static Doors shipped(String part) {
        return ShippedData.read(Doors.class, "doors.yaml", document -> read(document.at(part)));
    }

    private static Doors read(Node part) throws Failure {
        Map<String, Set<Permission>> needs = new TreeMap<>();
        for (Map.Entry<String, Node> door : part.entries().entrySet()) {
            Set<Permission> asked = EnumSet.noneOf(Permission.class);
            for (Node deed : door.getValue().items()) asked.add(Permission.valueOf(deed.text()));
            needs.put(door.getKey(), asked);
        }
        return new Doors(needs);
    }

    /** Returns all that the table names, words behind a door included. */
    public Set<String> names() {
        return needs.keySet();
    }

    public boolean knows(String door) {
        return needs.containsKey(door);
    }

    /**
     * Returns what the door asks for when these words are said at it: what stands for the words
     * that the table knows, else what stands for the door alone.
     */
    public Set<Permission> needs(String door, Collection<String> words) {
        List<Set<Permission>> known =
                words.stream()
                        .map(word -> needs.get(door + " " + word))
                        .filter(Objects::nonNull)
                        .toList();
        Set<Permission> asked = EnumSet.noneOf(Permission.class);
        for (Set<Permission> one : known) asked.addAll(one);
        // What nobody thought of cannot be granted to others either.
        if (known.isEmpty()) asked.addAll(needs.getOrDefault(door, Set.of(Permission.ROLES)));
        return asked;
    }

    /** Returns what the door asks for when nothing is said at it. */
    public Set<Permission> needs(String door) {
        return needs(door, List.of());
    }
}
