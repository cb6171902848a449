import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_series_state" AS ENUM('active', 'ended');
  ALTER TYPE "public"."enum_roles_permissions" ADD VALUE 'own.reschedule';
  ALTER TYPE "public"."enum_links_purpose" ADD VALUE 'reschedule' BEFORE 'sign-in';
  CREATE TABLE "series" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"summary" varchar,
  	"state" "enum_series_state" DEFAULT 'active' NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"template_id" uuid,
  	"rule" jsonb NOT NULL,
  	"timezone" varchar,
  	"ended_at" timestamp(3) with time zone,
  	"created_by_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "booking_settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "bookings" ADD COLUMN "series_id" uuid;
  ALTER TABLE "bookings" ADD COLUMN "series_index" numeric;
  ALTER TABLE "assignment_offers" ADD COLUMN "escalated_at" timestamp(3) with time zone;
  ALTER TABLE "assignment_offers" ADD COLUMN "alternatives" jsonb;
  ALTER TABLE "booking_settings" ADD COLUMN "escalate_after_hours" numeric DEFAULT 4;
  ALTER TABLE "booking_settings" ADD COLUMN "ask_next_candidate" boolean DEFAULT true;
  ALTER TABLE "booking_settings" ADD COLUMN "tell_customer_when_declined" boolean DEFAULT false;
  ALTER TABLE "portal_settings" ADD COLUMN "reschedule_notice_hours" numeric DEFAULT 24;
  ALTER TABLE "portal_settings" ADD COLUMN "customers_may_repeat" boolean DEFAULT false;
  ALTER TABLE "series" ADD CONSTRAINT "series_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "series" ADD CONSTRAINT "series_template_id_bookings_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "booking_settings_texts" ADD CONSTRAINT "booking_settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."booking_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "series_state_idx" ON "series" USING btree ("state");
  CREATE INDEX "series_customer_idx" ON "series" USING btree ("customer_id");
  CREATE INDEX "series_template_idx" ON "series" USING btree ("template_id");
  CREATE INDEX "series_updated_at_idx" ON "series" USING btree ("updated_at");
  CREATE INDEX "series_created_at_idx" ON "series" USING btree ("created_at");
  CREATE INDEX "booking_settings_texts_order_parent" ON "booking_settings_texts" USING btree ("order","parent_id");
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "bookings_series_idx" ON "bookings" USING btree ("series_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "series" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "booking_settings_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "series" CASCADE;
  DROP TABLE "booking_settings_texts" CASCADE;
  ALTER TABLE "bookings" DROP CONSTRAINT IF EXISTS "bookings_series_id_series_id_fk";
  
  ALTER TABLE "roles_permissions" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_roles_permissions";
  CREATE TYPE "public"."enum_roles_permissions" AS ENUM('booking.view-all', 'booking.create', 'booking.edit', 'booking.confirm', 'booking.complete', 'booking.cancel', 'booking.no-show', 'booking.reschedule', 'booking.delete', 'booking.approve', 'booking.assign', 'booking.overbook', 'appointment.respond-on-behalf', 'appointment.progress', 'price.view', 'price.edit', 'customer.view', 'customer.edit', 'fieldworker.view', 'fieldworker.edit', 'catalogue.edit', 'location.edit', 'comment.internal', 'media.upload', 'fee.waive', 'export', 'settings.edit', 'users.edit', 'roles.edit', 'audit.view', 'deliveries.view', 'api-keys.edit', 'own.cancel', 'own.no-show', 'own.complete', 'own.see-price', 'own.see-full-address', 'own.decline-after-accept');
  ALTER TABLE "roles_permissions" ALTER COLUMN "value" SET DATA TYPE "public"."enum_roles_permissions" USING "value"::"public"."enum_roles_permissions";
  ALTER TABLE "links" ALTER COLUMN "purpose" SET DATA TYPE text;
  DROP TYPE "public"."enum_links_purpose";
  CREATE TYPE "public"."enum_links_purpose" AS ENUM('view', 'cancel', 'sign-in', 'invite', 'reset', 'enter');
  ALTER TABLE "links" ALTER COLUMN "purpose" SET DATA TYPE "public"."enum_links_purpose" USING "purpose"::"public"."enum_links_purpose";
  DROP INDEX "bookings_series_idx";
  ALTER TABLE "bookings" DROP COLUMN "series_id";
  ALTER TABLE "bookings" DROP COLUMN "series_index";
  ALTER TABLE "assignment_offers" DROP COLUMN "escalated_at";
  ALTER TABLE "assignment_offers" DROP COLUMN "alternatives";
  ALTER TABLE "booking_settings" DROP COLUMN "escalate_after_hours";
  ALTER TABLE "booking_settings" DROP COLUMN "ask_next_candidate";
  ALTER TABLE "booking_settings" DROP COLUMN "tell_customer_when_declined";
  ALTER TABLE "portal_settings" DROP COLUMN "reschedule_notice_hours";
  ALTER TABLE "portal_settings" DROP COLUMN "customers_may_repeat";
  DROP TYPE "public"."enum_series_state";`)
}
