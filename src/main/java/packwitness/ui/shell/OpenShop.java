package packwitness.ui.shell;

import packwitness.ui.claims.ClaimService;
import packwitness.ui.desk.DeskService;
import packwitness.ui.shipments.ShipmentService;

/** The services of one opened vault; closing ends the running recording first. */
public interface OpenShop extends AutoCloseable {
    DeskService desk();

    ShipmentService shipments();

    ClaimService claims();

    @Override
    void close();
}
