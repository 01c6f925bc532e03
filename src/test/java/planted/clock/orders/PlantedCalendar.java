package planted.clock.orders;

import java.util.Calendar;

final class PlantedCalendar {
    Object date() {
        return Calendar.getInstance();
    }
}
