package packwitness.ui.shell;

/** The services of one opened vault; whoever closes it ends the running recording first. */
public interface OpenShop extends AutoCloseable {
    @Override
    void close();
}
