package packwitness.inspect.container;

/** Takes one family of containers apart; stateless. */
interface Walker {
    /** Says whether the first bytes are of this family. */
    boolean knows(Bytes file);

    /** Hands everything to the findings, also what was read before the damage. */
    void walk(Findings found) throws Damage;
}
