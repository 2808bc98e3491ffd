CREATE TABLE "look_up_objections" (
	"look_up_id" text collate "C" PRIMARY KEY NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "staff_quotas" (
	"staff_id" text collate "C" NOT NULL,
	"quota" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "staff_quotas_staff_id_quota_day_pk" PRIMARY KEY("staff_id","quota","day")
);

CREATE TABLE "staff_bindings" (
	"code_hash" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);

ALTER TABLE "staff" ADD COLUMN "openid" text collate "C";

CREATE INDEX "look_up_objections_of_member" ON "look_up_objections" USING btree ("member_id");

CREATE INDEX "look_up_objections_by_time" ON "look_up_objections" USING btree ("at");

CREATE INDEX "audit_of_actor" ON "audit" USING btree ("actor","at","id");

CREATE UNIQUE INDEX "staff_openid" ON "staff" USING btree ("openid");

CREATE INDEX "staff_of_shop" ON "staff" USING btree ("shop_id","id");

CREATE FUNCTION "look_up_objections_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'look_up_objections is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "look_up_objections_refuse_change"
BEFORE UPDATE OR DELETE ON "look_up_objections"
FOR EACH ROW EXECUTE FUNCTION "look_up_objections_refuse"();

CREATE TRIGGER "look_up_objections_refuse_truncate"
BEFORE TRUNCATE ON "look_up_objections"
FOR EACH STATEMENT EXECUTE FUNCTION "look_up_objections_refuse"();
