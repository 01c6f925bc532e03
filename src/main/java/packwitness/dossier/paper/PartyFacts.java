package packwitness.dossier.paper;

/**
 * A party as it is to be named in the paper, already masked where the reader needs no more; an
 * empty text is printed as a line to fill in where the form asks for it, and left out elsewhere.
 *
 * @param name name of the firm or person
 * @param account shop or account name on the platform
 * @param idNumber unified social credit code or masked identity number
 * @param representative legal representative or contact person
 */
public record PartyFacts(
        String name,
        String account,
        String idNumber,
        String address,
        String representative,
        String phone) {}
