package planted.backwards.orders;

import planted.backwards.shipment.LaterToo;

final class PlantedOrderBeforeShipment {
    Object later() {
        return new LaterToo();
    }
}
