-- Names that a search can be filtered by are read by leaping from one to the next.
CREATE INDEX take_operator ON take (operator) WHERE operator IS NOT NULL;
CREATE INDEX order_waybill_carrier ON order_waybill (carrier) WHERE carrier IS NOT NULL;
