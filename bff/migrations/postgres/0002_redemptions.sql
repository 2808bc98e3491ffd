CREATE TABLE "redemption_addresses" (
	"redemption_id" text collate "C" PRIMARY KEY NOT NULL,
	"sealed" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "redemptions" (
	"member_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"voucher" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"collect_by" text collate "C",
	"body" json NOT NULL,
	CONSTRAINT "redemptions_member_id_id_pk" PRIMARY KEY("member_id","id"),
	CONSTRAINT "redemptions_version" CHECK ("redemptions"."version" > 0)
);

CREATE INDEX "redemption_addresses_by_time" ON "redemption_addresses" USING btree ("at","redemption_id");

CREATE UNIQUE INDEX "redemptions_id" ON "redemptions" USING btree ("id");

CREATE UNIQUE INDEX "redemptions_voucher" ON "redemptions" USING btree ("voucher");

CREATE INDEX "redemptions_of_item" ON "redemptions" USING btree ("member_id","item_id");

CREATE INDEX "redemptions_by_time" ON "redemptions" USING btree ("member_id","created_at","id");

CREATE INDEX "redemptions_to_collect" ON "redemptions" USING btree ("state","collect_by","id");
