DROP TRIGGER "look_up_objections_refuse_change" ON "look_up_objections";

DROP TRIGGER "look_up_objections_refuse_truncate" ON "look_up_objections";

DROP FUNCTION "look_up_objections_refuse"();

CREATE TABLE "closures" (
	"member_id" text collate "C" PRIMARY KEY NOT NULL,
	"requested_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"closed_at" bigint,
	"chain_head" text collate "C"
);

CREATE INDEX "closures_due" ON "closures" USING btree ("closed_at","closes_at","member_id");
