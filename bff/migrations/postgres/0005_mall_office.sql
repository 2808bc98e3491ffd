CREATE TABLE "mall_requests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"wish" json NOT NULL,
	"payload_hash" text collate "C" NOT NULL,
	"cost_fen" bigint NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"decided_by" text collate "C",
	"decided_at" bigint
);

CREATE INDEX "mall_requests_waiting" ON "mall_requests" USING btree ("state","expires_at");
