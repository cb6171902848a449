import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_roles_permissions" ADD VALUE 'own.create';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "roles_permissions" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_roles_permissions";
  CREATE TYPE "public"."enum_roles_permissions" AS ENUM('booking.view-all', 'booking.create', 'booking.edit', 'booking.confirm', 'booking.complete', 'booking.cancel', 'booking.no-show', 'booking.reschedule', 'booking.delete', 'booking.approve', 'booking.assign', 'booking.overbook', 'appointment.respond-on-behalf', 'appointment.progress', 'price.view', 'price.edit', 'customer.view', 'customer.edit', 'fieldworker.view', 'fieldworker.edit', 'catalogue.edit', 'location.edit', 'comment.internal', 'media.upload', 'fee.waive', 'export', 'settings.edit', 'users.edit', 'roles.edit', 'audit.view', 'deliveries.view', 'api-keys.edit', 'own.cancel', 'own.no-show', 'own.complete', 'own.see-price', 'own.see-full-address', 'own.decline-after-accept', 'own.reschedule');
  ALTER TABLE "roles_permissions" ALTER COLUMN "value" SET DATA TYPE "public"."enum_roles_permissions" USING "value"::"public"."enum_roles_permissions";`)
}
