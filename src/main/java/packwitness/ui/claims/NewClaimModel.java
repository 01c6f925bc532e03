package packwitness.ui.claims;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import packwitness.claim.NewClaim;
import packwitness.orders.Order;
import packwitness.shipment.Shipment;
import packwitness.ui.kit.Platforms;
import packwitness.value.Beijing;
import packwitness.value.Fen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The few things that must be known to open a claim, and whether they are right. */
public final class NewClaimModel {
    private static final Duration USUAL = Duration.ofHours(24);

    private final Shipment shipment;
    private final ZoneId zone;
    private final Instant now;
    private final StringProperty platform = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty deadline = new SimpleStringProperty("");
    private final StringProperty buyer = new SimpleStringProperty("");
    private final BooleanProperty obtained = new SimpleBooleanProperty();
    private final ObjectProperty<LocalDate> filedOn = new SimpleObjectProperty<>();

    NewClaimModel(Shipment shipment, Instant now, ZoneId zone) {
        this.shipment = shipment;
        this.zone = zone;
        this.now = now;
        filedOn.set(LocalDate.ofInstant(now, Beijing.TIME));
        in(USUAL);
        for (Order order : shipment.orders()) {
            platform.set(Platforms.name(order.platform()));
            order.buyer().ifPresent(buyer::set);
            order.paid().ifPresent(paid -> amount.set(paid.yuan()));
        }
    }

    public Shipment shipment() {
        return shipment;
    }

    public StringProperty platform() {
        return platform;
    }

    public StringProperty reason() {
        return reason;
    }

    /** The amount in yuan, as typed. */
    public StringProperty amount() {
        return amount;
    }

    /** The deadline as typed, {@code 2026-11-22 14:03}; empty where none is known. */
    public StringProperty deadline() {
        return deadline;
    }

    public StringProperty buyer() {
        return buyer;
    }

    /** Whether the money has gone already. */
    public BooleanProperty obtained() {
        return obtained;
    }

    public ObjectProperty<LocalDate> filedOn() {
        return filedOn;
    }

    /** Sets the deadline to so long from now. */
    public void in(Duration left) {
        deadline.set(Minute.say(now.plus(left), zone));
    }

    public boolean amountRight() {
        return fen().isPresent();
    }

    public boolean deadlineRight() {
        return deadline.get().isBlank() || instant().isPresent();
    }

    public boolean complete() {
        return !platform.get().isBlank()
                && !reason.get().isBlank()
                && amountRight()
                && deadlineRight();
    }

    /** Returns the claim; only where it is complete. */
    NewClaim make() {
        return new NewClaim(
                shipment.id(),
                platform.get().strip(),
                reason.get().strip(),
                fen().orElseThrow(),
                obtained.get(),
                filedOn.get(),
                instant(),
                Optional.of(buyer.get().strip()).filter(name -> !name.isEmpty()));
    }

    private Optional<Fen> fen() {
        try {
            Fen fen = Fen.ofYuan(amount.get());
            return fen.amount() > 0 ? Optional.of(fen) : Optional.empty();
        } catch (NumberFormatException notYet) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant() {
        return Minute.read(deadline.get(), zone);
    }
}
