package packwitness.ui.shell;

import packwitness.shop.Role;
import packwitness.ui.start.CameraChoice;
import packwitness.ui.start.StartChoice;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Opens the vault of the last start while the toolkit is still starting. Whoever asks for that
 * vault first gets it; everything else is asked of the opener behind. Safe for any thread.
 */
final class EarlyOpener implements Opener, AutoCloseable {
    private final Opener opener;
    private Optional<Early> early = Optional.empty();

    /** A vault that is being opened, and for what. */
    private record Early(Path vault, boolean demo, Role plain, FutureTask<OpenShop> shop) {
        boolean is(Path asked, boolean demoAsked, Role plainAsked) {
            return vault.equals(asked) && demo == demoAsked && plain == plainAsked;
        }
    }

    private EarlyOpener(Opener opener) {
        this.opener = opener;
    }

    /** Begins to open what the window will ask for, if that is known already. */
    static EarlyOpener begin(DesktopContext context) {
        EarlyOpener begun = new EarlyOpener(context.opener());
        // A file that was opened to be verified needs no vault.
        if (context.evidence().isEmpty())
            context.remembered().ifPresent(c -> begun.begin(context, c));
        return begun;
    }

    private void begin(DesktopContext context, StartChoice choice) {
        Path vault = choice.vault();
        boolean demo = choice.camera().startsWith(CameraChoice.DEMO);
        Role plain = context.plain();
        FutureTask<OpenShop> shop = new FutureTask<>(() -> opener.open(vault, demo, plain));
        early = Optional.of(new Early(vault, demo, plain, shop));
        context.worker().execute(shop);
    }

    @Override
    public OpenShop open(Path vault, boolean demo) throws Failure {
        return opener.open(vault, demo);
    }

    @Override
    public OpenShop open(Path vault, boolean demo, Role plain) throws Failure {
        Optional<Early> ready = take(vault, demo, plain);
        return ready.isPresent() ? shop(ready.get()) : opener.open(vault, demo, plain);
    }

    private synchronized Optional<Early> take(Path vault, boolean demo, Role plain) {
        Optional<Early> taken = early.filter(one -> one.is(vault, demo, plain));
        if (taken.isPresent()) early = Optional.empty();
        return taken;
    }

    private static OpenShop shop(Early ready) throws Failure {
        try {
            return ready.shop().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Failure failure -> throw failure;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public String keepSecrets(String camera) throws Failure {
        return opener.keepSecrets(camera);
    }

    @Override
    public List<CameraChoice> cameras() {
        return opener.cameras();
    }

    /** Closes a vault that nobody asked for. */
    @Override
    public synchronized void close() {
        if (early.isEmpty()) return;
        try {
            shop(early.get()).closing().run();
        } catch (Failure notOpened) {
            System.getLogger("packwitness.ui").log(System.Logger.Level.DEBUG, "early", notOpened);
        }
        early = Optional.empty();
    }
}
