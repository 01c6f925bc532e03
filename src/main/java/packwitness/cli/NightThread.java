package packwitness.cli;

import packwitness.keep.RetentionResult;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every minute whether it is time to follow the rules of keeping, while a station runs. */
final class NightThread implements AutoCloseable {
    private final Shop shop;
    private final Desk desk;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().name("keep").daemon().unstarted(work));

    private NightThread(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
    }

    static NightThread begin(Shop shop, Desk desk) {
        NightThread night = new NightThread(shop, desk);
        night.thread.scheduleWithFixedDelay(night::look, 1, 1, TimeUnit.MINUTES);
        return night;
    }

    private void look() {
        try {
            Optional<RetentionResult> done = shop.nightly().look();
            done.ifPresent(result -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("event", "kept");
                map.putAll(RetentionCommands.view(result));
                desk.line(map);
            });
        } catch (Failure | RuntimeException e) {
            // The station goes on; the next minute may be better.
            System.getLogger("packwitness.cli").log(System.Logger.Level.WARNING, "not kept", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        shop.nightly().close();
    }
}
