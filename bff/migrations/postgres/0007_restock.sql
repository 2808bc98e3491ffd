CREATE TABLE "restock_reminders" (
	"item_id" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "restock_reminders_item_id_member_id_pk" PRIMARY KEY("item_id","member_id")
);

CREATE TABLE "subscriptions" (
	"member_id" text collate "C" NOT NULL,
	"notice" text collate "C" NOT NULL,
	"left" bigint NOT NULL,
	CONSTRAINT "subscriptions_member_id_notice_pk" PRIMARY KEY("member_id","notice"),
	CONSTRAINT "subscriptions_left" CHECK ("subscriptions"."left" >= 0)
);

CREATE INDEX "restock_reminders_in_order" ON "restock_reminders" USING btree ("item_id","at","member_id");
