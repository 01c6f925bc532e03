package packwitness.ui.claims;

import javafx.application.Platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The book of claims, which notes whoever asks it on the FX thread: all of it takes time. */
final class WatchedBook {
    private final Set<String> onFx = new ConcurrentSkipListSet<>();
    private final ClaimService watched;

    WatchedBook(ClaimService book) {
        watched =
                (ClaimService)
                        Proxy.newProxyInstance(
                                ClaimService.class.getClassLoader(),
                                new Class<?>[] {ClaimService.class},
                                (proxy, method, arguments) -> {
                                    if (Platform.isFxApplicationThread())
                                        onFx.add(method.getName());
                                    try {
                                        return method.invoke(book, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
    }

    ClaimService book() {
        return watched;
    }

    /** Returns what was asked on the FX thread. */
    Set<String> askedOnFx() {
        return onFx;
    }
}
