/**
 * Violations planted on purpose, one tree a rule of {@code HouseRules}: every class named Planted…
 * breaks it, no class named Allowed… does. Nothing here is ever called.
 */
package planted;
