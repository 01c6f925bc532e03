package packwitness.dossier.paper;

/** What a key frame is shown for; page one shows one of each of the first three. */
public enum StillRole {
    GOODS,
    LABEL,
    SEAL,
    OTHER
}
