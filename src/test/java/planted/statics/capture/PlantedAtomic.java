package planted.statics.capture;

import java.util.concurrent.atomic.AtomicLong;

final class PlantedAtomic {
    static final AtomicLong COUNT = new AtomicLong();
}
