package packwitness.ledger;

/** Where things stand in a bag. */
final class BagNames {
    static final String DECLARATION = "bagit.txt";
    static final String DECLARATION_TEXT =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String README = "README.txt";
    static final String SCRIPT = "verify.sh";
    static final String POWERSHELL = "verify.ps1";
    static final String COMMAND = "verify.cmd";
    static final String LEDGER = "data/ledger/";
    static final String ROWS = LEDGER + "rows/";
    static final String ROW = ".row";
    static final String PROOFS = LEDGER + "proofs/";
    static final String SALTS = LEDGER + "salts/";
    static final String SALTS_JSON = LEDGER + "salts.json";
    static final String LINKS = LEDGER + "links/";
    static final String ROLES = LEDGER + "files.txt";
    static final String FRAMES = LEDGER + "frames.txt";
    static final String MAIN = LEDGER + "checkpoint/";
    static final String OTHERS = LEDGER + "checkpoints/";
    static final String CONSISTENCY = LEDGER + "consistency/";
    static final String NOTE = "note";
    static final String SIGNATURE = "note.sig";
    static final String KEY = "key.pem";
    static final String REQUEST = "note.tsq";
    static final String RESPONSE = "note.tsr";
    static final String CHAIN = "tsa-chain.pem";
    static final String TIME = "attime";
    static final String TEXT = ".txt";

    private BagNames() {}

    static String consistency(long one, long other) {
        return CONSISTENCY + Math.min(one, other) + "-" + Math.max(one, other) + TEXT;
    }
}
