CREATE TABLE "mall_items" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"category" text collate "C" NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "mall_items_version" CHECK ("mall_items"."version" > 0)
);

CREATE TABLE "mall_stock" (
	"item_id" text collate "C" PRIMARY KEY NOT NULL,
	"received" bigint NOT NULL,
	"left" bigint NOT NULL,
	CONSTRAINT "mall_stock_left" CHECK ("mall_stock"."left" >= 0 and "mall_stock"."left" <= "mall_stock"."received")
);

CREATE TABLE "mall_codes" (
	"item_id" text collate "C" NOT NULL,
	"nth" bigint NOT NULL,
	"code" text collate "C" NOT NULL,
	"redemption_id" text collate "C",
	CONSTRAINT "mall_codes_item_id_nth_pk" PRIMARY KEY("item_id","nth")
);

CREATE INDEX "mall_items_by_state" ON "mall_items" USING btree ("state","id");

CREATE UNIQUE INDEX "mall_codes_once" ON "mall_codes" USING btree ("item_id","code");

CREATE INDEX "mall_codes_of_redemption" ON "mall_codes" USING btree ("redemption_id");

CREATE INDEX "mall_codes_free" ON "mall_codes" USING btree ("item_id","redemption_id","nth");
