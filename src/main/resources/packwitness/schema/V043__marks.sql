-- An event may speak of a stretch of its take, such as the stillness at its end.
ALTER TABLE desk_event ADD COLUMN from_at INTEGER;
ALTER TABLE desk_event ADD COLUMN to_at INTEGER;
CREATE INDEX desk_event_take ON desk_event (take_id, id) WHERE take_id IS NOT NULL;
