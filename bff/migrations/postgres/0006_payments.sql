CREATE TABLE "cash_refunds" (
	"redemption_id" text collate "C" PRIMARY KEY NOT NULL,
	"fen" bigint NOT NULL,
	"at" bigint NOT NULL,
	"done_at" bigint
);

ALTER TABLE "redemptions" ADD COLUMN "pay_by" bigint;

CREATE INDEX "cash_refunds_due" ON "cash_refunds" USING btree ("done_at","at");

CREATE INDEX "redemptions_to_pay" ON "redemptions" USING btree ("state","pay_by","id");
