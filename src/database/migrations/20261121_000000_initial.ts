import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_bookings_status" AS ENUM('pending', 'confirmed', 'completed', 'cancelled', 'no_show', 'rescheduled');
  CREATE TYPE "public"."enum_bookings_gates_approval" AS ENUM('not_required', 'open', 'passed', 'rejected');
  CREATE TYPE "public"."enum_bookings_gates_customer" AS ENUM('not_required', 'open', 'passed', 'declined', 'expired');
  CREATE TYPE "public"."enum_bookings_gates_deposit" AS ENUM('not_required', 'open', 'passed', 'expired');
  CREATE TYPE "public"."enum_bookings_source" AS ENUM('manual', 'portal', 'widget', 'api', 'ai-agent', 'booking-request', 'fieldworker', 'recurrence', 'reschedule', 'import');
  CREATE TYPE "public"."enum_appointments_duties_kind" AS ENUM('form', 'photo', 'note', 'task');
  CREATE TYPE "public"."enum_appointments_status" AS ENUM('pending', 'confirmed', 'completed', 'cancelled', 'no_show', 'rescheduled');
  CREATE TYPE "public"."enum_appointments_acceptance" AS ENUM('unassigned', 'pending', 'accepted', 'declined', 'not_required');
  CREATE TYPE "public"."enum_appointments_progress" AS ENUM('not_started', 'en_route', 'in_progress', 'paused', 'finished');
  CREATE TYPE "public"."enum_appointments_method" AS ENUM('direct', 'request', 'broadcast');
  CREATE TYPE "public"."enum_assignment_offers_mode" AS ENUM('direct', 'request', 'broadcast');
  CREATE TYPE "public"."enum_assignment_offers_state" AS ENUM('pending', 'accepted', 'declined', 'withdrawn', 'superseded', 'expired');
  CREATE TYPE "public"."enum_unavailabilities_kind" AS ENUM('break', 'personal', 'travel', 'leave', 'sick', 'closed');
  CREATE TYPE "public"."enum_occupancies_kind" AS ENUM('visit', 'reservation', 'hold', 'unavailability', 'external');
  CREATE TYPE "public"."enum_fieldworkers_working_hours_days" AS ENUM('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
  CREATE TYPE "public"."enum_fieldworkers_assignment_method" AS ENUM('inherit', 'direct', 'request', 'broadcast');
  CREATE TYPE "public"."enum_users_kind" AS ENUM('staff', 'fieldworker');
  CREATE TYPE "public"."enum_roles_permissions" AS ENUM('booking.view-all', 'booking.create', 'booking.edit', 'booking.confirm', 'booking.complete', 'booking.cancel', 'booking.no-show', 'booking.reschedule', 'booking.delete', 'booking.approve', 'booking.assign', 'booking.overbook', 'appointment.respond-on-behalf', 'appointment.progress', 'price.view', 'price.edit', 'customer.view', 'customer.edit', 'fieldworker.view', 'fieldworker.edit', 'catalogue.edit', 'location.edit', 'comment.internal', 'media.upload', 'fee.waive', 'export', 'settings.edit', 'users.edit', 'roles.edit', 'audit.view', 'deliveries.view', 'api-keys.edit', 'own.cancel', 'own.no-show', 'own.complete', 'own.see-price', 'own.see-full-address', 'own.decline-after-accept');
  CREATE TYPE "public"."enum_roles_kind" AS ENUM('staff', 'fieldworker', 'customer');
  CREATE TYPE "public"."enum_services_location_types" AS ENUM('mobile', 'fixed', 'remote');
  CREATE TYPE "public"."enum_services_questions_type" AS ENUM('text', 'textarea', 'number', 'select', 'checkbox');
  CREATE TYPE "public"."enum_services_price_model" AS ENUM('job', 'time', 'unit');
  CREATE TYPE "public"."enum_services_mode" AS ENUM('instant', 'request');
  CREATE TYPE "public"."enum_services_assignment_method" AS ENUM('inherit', 'direct', 'request', 'broadcast');
  CREATE TYPE "public"."enum_locations_opening_hours_days" AS ENUM('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
  CREATE TYPE "public"."enum_areas_kind" AS ENUM('postcodes', 'radius');
  CREATE TYPE "public"."enum_comments_visibility" AS ENUM('office', 'fieldworker', 'everyone');
  CREATE TYPE "public"."enum_deliveries_channel" AS ENUM('email', 'sms', 'calendar', 'push');
  CREATE TYPE "public"."enum_deliveries_state" AS ENUM('pending', 'sending', 'sent', 'failed', 'dead', 'cancelled', 'unknown');
  CREATE TYPE "public"."enum_media_kind" AS ENUM('attachment', 'before', 'after', 'service', 'portrait', 'logo');
  CREATE TYPE "public"."enum_links_purpose" AS ENUM('view', 'cancel', 'sign-in', 'invite', 'reset', 'enter');
  CREATE TYPE "public"."enum_outbox_messages_channel" AS ENUM('email', 'sms');
  CREATE TYPE "public"."enum_calendar_events_state" AS ENUM('tentative', 'confirmed', 'removed');
  CREATE TYPE "public"."enum_booking_settings_assignment_method" AS ENUM('direct', 'request', 'broadcast');
  CREATE TABLE "bookings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar,
  	"status" "enum_bookings_status" DEFAULT 'pending' NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"contact_id" uuid,
  	"address_id" uuid,
  	"location_id" uuid,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone,
  	"timezone" varchar,
  	"totals_subtotal" numeric DEFAULT 0,
  	"totals_tax" numeric DEFAULT 0,
  	"totals_total" numeric DEFAULT 0,
  	"totals_currency" varchar,
  	"notes_customer" varchar,
  	"notes_internal" varchar,
  	"answers" jsonb,
  	"customer_snapshot_name" varchar,
  	"customer_snapshot_phone" varchar,
  	"customer_snapshot_email" varchar,
  	"customer_snapshot_timezone" varchar,
  	"gates_approval" "enum_bookings_gates_approval" DEFAULT 'not_required',
  	"gates_customer" "enum_bookings_gates_customer" DEFAULT 'not_required',
  	"gates_deposit" "enum_bookings_gates_deposit" DEFAULT 'not_required',
  	"gates_approval_by" varchar,
  	"gates_approval_reason" varchar,
  	"gates_customer_expires_at" timestamp(3) with time zone,
  	"cancellation_reason" varchar,
  	"cancellation_comment" varchar,
  	"cancellation_by" varchar,
  	"cancellation_channel" varchar,
  	"cancellation_fee_amount" numeric,
  	"cancellation_fee_waived" boolean,
  	"cancellation_at" timestamp(3) with time zone,
  	"no_show_by" varchar,
  	"no_show_at" timestamp(3) with time zone,
  	"no_show_fee_amount" numeric,
  	"source" "enum_bookings_source" DEFAULT 'manual' NOT NULL,
  	"owner_id" uuid,
  	"workflow_status" varchar,
  	"comms_paused_email" boolean DEFAULT false,
  	"comms_paused_sms" boolean DEFAULT false,
  	"lineage_id" uuid,
  	"rescheduled_from_id" uuid,
  	"rescheduled_to_id" uuid,
  	"created_by_kind" varchar,
  	"created_by_id" varchar,
  	"created_by_name" varchar,
  	"version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "bookings_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"properties_id" uuid,
  	"labels_id" uuid
  );
  
  CREATE TABLE "booking_lines" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"booking_id" uuid NOT NULL,
  	"service_id" uuid NOT NULL,
  	"description" varchar,
  	"quantity" numeric DEFAULT 1,
  	"unit" varchar,
  	"duration_minutes" numeric,
  	"unit_amount" numeric,
  	"tax_percent" numeric,
  	"total_amount" numeric,
  	"breakdown" jsonb,
  	"requires_approval" boolean DEFAULT false,
  	"answers" jsonb,
  	"version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "appointments_duties" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_appointments_duties_kind",
  	"label" varchar NOT NULL,
  	"done" boolean DEFAULT false
  );
  
  CREATE TABLE "appointments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"booking_id" uuid NOT NULL,
  	"line_id" uuid NOT NULL,
  	"service_id" uuid,
  	"start" timestamp(3) with time zone NOT NULL,
  	"end" timestamp(3) with time zone NOT NULL,
  	"timezone" varchar,
  	"status" "enum_appointments_status" DEFAULT 'pending' NOT NULL,
  	"acceptance" "enum_appointments_acceptance" DEFAULT 'unassigned' NOT NULL,
  	"progress" "enum_appointments_progress" DEFAULT 'not_started' NOT NULL,
  	"fieldworker_id" uuid,
  	"method" "enum_appointments_method",
  	"reserved_for_id" uuid,
  	"unreserved" boolean DEFAULT false,
  	"address_id" uuid,
  	"location_id" uuid,
  	"busy_start" timestamp(3) with time zone,
  	"busy_end" timestamp(3) with time zone,
  	"actual_start" timestamp(3) with time zone,
  	"actual_end" timestamp(3) with time zone,
  	"outcome_notes" varchar,
  	"replaces_id" uuid,
  	"replaced_by_id" uuid,
  	"version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "assignment_offers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"appointment_id" uuid NOT NULL,
  	"booking_id" uuid,
  	"fieldworker_id" uuid NOT NULL,
  	"mode" "enum_assignment_offers_mode" NOT NULL,
  	"state" "enum_assignment_offers_state" DEFAULT 'pending' NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"respond_by" timestamp(3) with time zone,
  	"responded_at" timestamp(3) with time zone,
  	"responded_by_kind" varchar,
  	"responded_by_account" varchar,
  	"responded_by_name" varchar,
  	"on_behalf" boolean DEFAULT false,
  	"reason" varchar,
  	"message" varchar,
  	"previous_id" uuid,
  	"changes" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "unavailabilities" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"fieldworker_id" uuid,
  	"location_id" uuid,
  	"start" timestamp(3) with time zone NOT NULL,
  	"end" timestamp(3) with time zone NOT NULL,
  	"kind" "enum_unavailabilities_kind" DEFAULT 'leave' NOT NULL,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "occupancies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"fieldworker_id" uuid NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"kind" "enum_occupancies_kind" NOT NULL,
  	"exclusive" boolean DEFAULT true NOT NULL,
  	"appointment_id" uuid,
  	"unavailability_id" uuid,
  	"expires_at" timestamp(3) with time zone,
  	"source_ref" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customers_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "customers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"phone" varchar,
  	"company" varchar,
  	"timezone" varchar,
  	"notes" varchar,
  	"onboarded_at" timestamp(3) with time zone,
  	"active" boolean DEFAULT true,
  	"marketing" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "contacts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"role" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "addresses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid,
  	"label" varchar,
  	"line1" varchar NOT NULL,
  	"line2" varchar,
  	"suburb" varchar,
  	"postcode" varchar NOT NULL,
  	"region" varchar,
  	"country" varchar DEFAULT 'AU',
  	"coordinates_lat" numeric,
  	"coordinates_lng" numeric,
  	"timezone" varchar,
  	"area_id" uuid,
  	"access_notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "properties" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"type" varchar,
  	"address_id" uuid,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "fieldworkers_working_hours_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_fieldworkers_working_hours_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "fieldworkers_working_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar NOT NULL
  );
  
  CREATE TABLE "fieldworkers_exceptions_blocks" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar NOT NULL
  );
  
  CREATE TABLE "fieldworkers_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL,
  	"closed" boolean DEFAULT false,
  	"note" varchar
  );
  
  CREATE TABLE "fieldworkers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar,
  	"phone" varchar,
  	"photo_id" uuid,
  	"user_id" uuid,
  	"parent_id" uuid,
  	"assignment_method" "enum_fieldworkers_assignment_method" DEFAULT 'inherit',
  	"home_lat" numeric,
  	"home_lng" numeric,
  	"timezone" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"blocked" boolean DEFAULT false,
  	"label_id" uuid,
  	"colour" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "fieldworkers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"services_id" uuid,
  	"skills_id" uuid,
  	"areas_id" uuid,
  	"locations_id" uuid
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_users_kind" DEFAULT 'staff' NOT NULL,
  	"role_id" uuid NOT NULL,
  	"fieldworker_id" uuid,
  	"active" boolean DEFAULT true,
  	"phone" varchar,
  	"locale" varchar DEFAULT 'en',
  	"invited_at" timestamp(3) with time zone,
  	"last_seen_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "roles_permissions" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_roles_permissions",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "roles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"kind" "enum_roles_kind" DEFAULT 'staff' NOT NULL,
  	"description" varchar,
  	"system" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"prefix" varchar,
  	"key_hash" varchar,
  	"role_id" uuid NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"last_used_at" timestamp(3) with time zone,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_keys_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "skills" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "labels" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"colour" varchar DEFAULT '#64748b' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "services_location_types" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_services_location_types",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "services_questions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"label" varchar NOT NULL,
  	"type" "enum_services_questions_type" DEFAULT 'text' NOT NULL,
  	"required" boolean DEFAULT false
  );
  
  CREATE TABLE "services" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"category_id" uuid,
  	"description" varchar,
  	"image_id" uuid,
  	"duration_minutes" numeric DEFAULT 60 NOT NULL,
  	"buffer_before_minutes" numeric DEFAULT 0,
  	"buffer_after_minutes" numeric DEFAULT 0,
  	"notice_minutes" numeric,
  	"horizon_days" numeric,
  	"slot_interval_minutes" numeric,
  	"price_model" "enum_services_price_model" DEFAULT 'job' NOT NULL,
  	"price_amount" numeric DEFAULT 0 NOT NULL,
  	"tax_percent" numeric,
  	"mode" "enum_services_mode" DEFAULT 'instant' NOT NULL,
  	"requires_approval" boolean DEFAULT false,
  	"crew_size" numeric DEFAULT 1,
  	"assignment_method" "enum_services_assignment_method" DEFAULT 'inherit',
  	"active" boolean DEFAULT true,
  	"bookable" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "services_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "services_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"locations_id" uuid,
  	"skills_id" uuid
  );
  
  CREATE TABLE "service_categories" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"order" numeric DEFAULT 0,
  	"description" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "locations_opening_hours_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_locations_opening_hours_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "locations_opening_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar NOT NULL
  );
  
  CREATE TABLE "locations_exceptions_blocks" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar NOT NULL
  );
  
  CREATE TABLE "locations_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL,
  	"closed" boolean DEFAULT false,
  	"note" varchar
  );
  
  CREATE TABLE "locations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"phone" varchar,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_suburb" varchar,
  	"address_postcode" varchar,
  	"address_region" varchar,
  	"address_country" varchar DEFAULT 'AU',
  	"coordinates_lat" numeric,
  	"coordinates_lng" numeric,
  	"timezone" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "areas" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_areas_kind" DEFAULT 'postcodes' NOT NULL,
  	"centre_lat" numeric,
  	"centre_lng" numeric,
  	"radius_km" numeric,
  	"timezone" varchar NOT NULL,
  	"location_id" uuid,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "areas_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"customer_id" uuid,
  	"title" varchar NOT NULL,
  	"body" varchar,
  	"href" varchar,
  	"booking_id" uuid,
  	"read_at" timestamp(3) with time zone,
  	"event" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "comments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"booking_id" uuid NOT NULL,
  	"body" varchar NOT NULL,
  	"visibility" "enum_comments_visibility" DEFAULT 'office' NOT NULL,
  	"author_kind" varchar,
  	"author_account" varchar,
  	"author_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "comments_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid
  );
  
  CREATE TABLE "deliveries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"channel" "enum_deliveries_channel" NOT NULL,
  	"event" varchar NOT NULL,
  	"to" varchar,
  	"subject_type" varchar,
  	"subject_id" varchar,
  	"booking_id" uuid,
  	"recipient_kind" varchar,
  	"payload" jsonb,
  	"state" "enum_deliveries_state" DEFAULT 'pending' NOT NULL,
  	"attempts" numeric DEFAULT 0,
  	"not_before" timestamp(3) with time zone,
  	"provider" varchar,
  	"provider_ref" varchar,
  	"error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar,
  	"kind" "enum_media_kind" DEFAULT 'attachment' NOT NULL,
  	"booking_id" uuid,
  	"uploaded_by_kind" varchar,
  	"uploaded_by_account" varchar,
  	"uploaded_by_name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar
  );
  
  CREATE TABLE "audit_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"subject_type" varchar NOT NULL,
  	"subject_id" varchar NOT NULL,
  	"booking" varchar,
  	"command" varchar NOT NULL,
  	"actor_kind" varchar NOT NULL,
  	"actor_id" varchar,
  	"actor_name" varchar,
  	"on_behalf_of" varchar,
  	"channel" varchar NOT NULL,
  	"ip" varchar,
  	"changes" jsonb,
  	"reason" varchar,
  	"version" numeric,
  	"prev_hash" varchar,
  	"hash" varchar NOT NULL
  );
  
  CREATE TABLE "links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"purpose" "enum_links_purpose" NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"subject_type" varchar NOT NULL,
  	"subject_id" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"max_uses" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "idempotency_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"actor" varchar NOT NULL,
  	"route" varchar NOT NULL,
  	"body_hash" varchar NOT NULL,
  	"status" numeric,
  	"response" jsonb,
  	"locked_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "counters" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"value" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "outbox_messages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"channel" "enum_outbox_messages_channel" NOT NULL,
  	"to" varchar NOT NULL,
  	"from" varchar,
  	"subject" varchar,
  	"text" varchar,
  	"html" varchar,
  	"attachments" jsonb,
  	"delivery_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "calendar_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"fieldworker_id" uuid,
  	"title" varchar NOT NULL,
  	"start" timestamp(3) with time zone NOT NULL,
  	"end" timestamp(3) with time zone NOT NULL,
  	"timezone" varchar NOT NULL,
  	"location" varchar,
  	"description" varchar,
  	"state" "enum_calendar_events_state" NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"bookings_id" uuid,
  	"booking_lines_id" uuid,
  	"appointments_id" uuid,
  	"unavailabilities_id" uuid,
  	"customers_id" uuid,
  	"contacts_id" uuid,
  	"addresses_id" uuid,
  	"properties_id" uuid,
  	"fieldworkers_id" uuid,
  	"users_id" uuid,
  	"roles_id" uuid,
  	"api_keys_id" uuid,
  	"skills_id" uuid,
  	"labels_id" uuid,
  	"services_id" uuid,
  	"service_categories_id" uuid,
  	"locations_id" uuid,
  	"areas_id" uuid,
  	"media_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"customers_id" uuid,
  	"users_id" uuid,
  	"api_keys_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "company" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar DEFAULT 'Fieldbook' NOT NULL,
  	"trading_name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"currency" varchar DEFAULT 'AUD' NOT NULL,
  	"timezone" varchar DEFAULT 'Australia/Sydney' NOT NULL,
  	"locale" varchar DEFAULT 'en-AU' NOT NULL,
  	"logo_id" uuid,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_suburb" varchar,
  	"address_postcode" varchar,
  	"address_region" varchar,
  	"address_country" varchar DEFAULT 'AU',
  	"fieldworker_label" varchar DEFAULT 'fieldworker',
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "booking_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"assignment_method" "enum_booking_settings_assignment_method" DEFAULT 'request' NOT NULL,
  	"respond_within_hours" numeric DEFAULT 24,
  	"default_notice_minutes" numeric DEFAULT 120,
  	"default_horizon_days" numeric DEFAULT 60,
  	"slot_interval_minutes" numeric DEFAULT 30,
  	"number_prefix" varchar DEFAULT 'B-',
  	"staff_cancel_reason_required" boolean DEFAULT true,
  	"finish_completes_booking" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "portal_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"booking_enabled" boolean DEFAULT true,
  	"customers_may_cancel" boolean DEFAULT true,
  	"cancel_notice_hours" numeric DEFAULT 24,
  	"cancel_fee_automatic" boolean DEFAULT false,
  	"customers_may_reschedule" boolean DEFAULT false,
  	"show_fieldworker_name" boolean DEFAULT true,
  	"intro" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "financial_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"tax_percent" numeric DEFAULT 10,
  	"prices_include_tax" boolean DEFAULT true,
  	"cancellation_fee_amount" numeric DEFAULT 0,
  	"no_show_fee_amount" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_lineage_id_bookings_id_fk" FOREIGN KEY ("lineage_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_rescheduled_from_id_bookings_id_fk" FOREIGN KEY ("rescheduled_from_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_rescheduled_to_id_bookings_id_fk" FOREIGN KEY ("rescheduled_to_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings_rels" ADD CONSTRAINT "bookings_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "bookings_rels" ADD CONSTRAINT "bookings_rels_properties_fk" FOREIGN KEY ("properties_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "bookings_rels" ADD CONSTRAINT "bookings_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "booking_lines" ADD CONSTRAINT "booking_lines_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "booking_lines" ADD CONSTRAINT "booking_lines_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments_duties" ADD CONSTRAINT "appointments_duties_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."appointments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_line_id_booking_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."booking_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_reserved_for_id_fieldworkers_id_fk" FOREIGN KEY ("reserved_for_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_replaces_id_appointments_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."appointments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "appointments" ADD CONSTRAINT "appointments_replaced_by_id_appointments_id_fk" FOREIGN KEY ("replaced_by_id") REFERENCES "public"."appointments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignment_offers" ADD CONSTRAINT "assignment_offers_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignment_offers" ADD CONSTRAINT "assignment_offers_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignment_offers" ADD CONSTRAINT "assignment_offers_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assignment_offers" ADD CONSTRAINT "assignment_offers_previous_id_assignment_offers_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."assignment_offers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "unavailabilities" ADD CONSTRAINT "unavailabilities_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "unavailabilities" ADD CONSTRAINT "unavailabilities_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_unavailability_id_unavailabilities_id_fk" FOREIGN KEY ("unavailability_id") REFERENCES "public"."unavailabilities"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers_sessions" ADD CONSTRAINT "customers_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "addresses" ADD CONSTRAINT "addresses_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "properties" ADD CONSTRAINT "properties_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "properties" ADD CONSTRAINT "properties_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fieldworkers_working_hours_days" ADD CONSTRAINT "fieldworkers_working_hours_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."fieldworkers_working_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_working_hours" ADD CONSTRAINT "fieldworkers_working_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."fieldworkers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_exceptions_blocks" ADD CONSTRAINT "fieldworkers_exceptions_blocks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."fieldworkers_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_exceptions" ADD CONSTRAINT "fieldworkers_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."fieldworkers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers" ADD CONSTRAINT "fieldworkers_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fieldworkers" ADD CONSTRAINT "fieldworkers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fieldworkers" ADD CONSTRAINT "fieldworkers_parent_id_fieldworkers_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fieldworkers" ADD CONSTRAINT "fieldworkers_label_id_labels_id_fk" FOREIGN KEY ("label_id") REFERENCES "public"."labels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fieldworkers_rels" ADD CONSTRAINT "fieldworkers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."fieldworkers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_rels" ADD CONSTRAINT "fieldworkers_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_rels" ADD CONSTRAINT "fieldworkers_rels_skills_fk" FOREIGN KEY ("skills_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_rels" ADD CONSTRAINT "fieldworkers_rels_areas_fk" FOREIGN KEY ("areas_id") REFERENCES "public"."areas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "fieldworkers_rels" ADD CONSTRAINT "fieldworkers_rels_locations_fk" FOREIGN KEY ("locations_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "roles_permissions" ADD CONSTRAINT "roles_permissions_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_keys_texts" ADD CONSTRAINT "api_keys_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services_location_types" ADD CONSTRAINT "services_location_types_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services_questions" ADD CONSTRAINT "services_questions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services" ADD CONSTRAINT "services_category_id_service_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."service_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "services" ADD CONSTRAINT "services_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "services_texts" ADD CONSTRAINT "services_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services_rels" ADD CONSTRAINT "services_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services_rels" ADD CONSTRAINT "services_rels_locations_fk" FOREIGN KEY ("locations_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "services_rels" ADD CONSTRAINT "services_rels_skills_fk" FOREIGN KEY ("skills_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "locations_opening_hours_days" ADD CONSTRAINT "locations_opening_hours_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."locations_opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "locations_opening_hours" ADD CONSTRAINT "locations_opening_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "locations_exceptions_blocks" ADD CONSTRAINT "locations_exceptions_blocks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."locations_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "locations_exceptions" ADD CONSTRAINT "locations_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "areas" ADD CONSTRAINT "areas_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "areas_texts" ADD CONSTRAINT "areas_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."areas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_fieldworker_id_fieldworkers_id_fk" FOREIGN KEY ("fieldworker_id") REFERENCES "public"."fieldworkers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bookings_fk" FOREIGN KEY ("bookings_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_booking_lines_fk" FOREIGN KEY ("booking_lines_id") REFERENCES "public"."booking_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_appointments_fk" FOREIGN KEY ("appointments_id") REFERENCES "public"."appointments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_unavailabilities_fk" FOREIGN KEY ("unavailabilities_id") REFERENCES "public"."unavailabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_customers_fk" FOREIGN KEY ("customers_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_addresses_fk" FOREIGN KEY ("addresses_id") REFERENCES "public"."addresses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_properties_fk" FOREIGN KEY ("properties_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_fieldworkers_fk" FOREIGN KEY ("fieldworkers_id") REFERENCES "public"."fieldworkers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_roles_fk" FOREIGN KEY ("roles_id") REFERENCES "public"."roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_keys_fk" FOREIGN KEY ("api_keys_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_skills_fk" FOREIGN KEY ("skills_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_labels_fk" FOREIGN KEY ("labels_id") REFERENCES "public"."labels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_service_categories_fk" FOREIGN KEY ("service_categories_id") REFERENCES "public"."service_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_locations_fk" FOREIGN KEY ("locations_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_areas_fk" FOREIGN KEY ("areas_id") REFERENCES "public"."areas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_customers_fk" FOREIGN KEY ("customers_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_api_keys_fk" FOREIGN KEY ("api_keys_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "company" ADD CONSTRAINT "company_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "bookings_number_idx" ON "bookings" USING btree ("number");
  CREATE INDEX "bookings_status_idx" ON "bookings" USING btree ("status");
  CREATE INDEX "bookings_customer_idx" ON "bookings" USING btree ("customer_id");
  CREATE INDEX "bookings_contact_idx" ON "bookings" USING btree ("contact_id");
  CREATE INDEX "bookings_address_idx" ON "bookings" USING btree ("address_id");
  CREATE INDEX "bookings_location_idx" ON "bookings" USING btree ("location_id");
  CREATE INDEX "bookings_starts_at_idx" ON "bookings" USING btree ("starts_at");
  CREATE INDEX "bookings_ends_at_idx" ON "bookings" USING btree ("ends_at");
  CREATE INDEX "bookings_owner_idx" ON "bookings" USING btree ("owner_id");
  CREATE INDEX "bookings_lineage_idx" ON "bookings" USING btree ("lineage_id");
  CREATE INDEX "bookings_rescheduled_from_idx" ON "bookings" USING btree ("rescheduled_from_id");
  CREATE INDEX "bookings_rescheduled_to_idx" ON "bookings" USING btree ("rescheduled_to_id");
  CREATE INDEX "bookings_updated_at_idx" ON "bookings" USING btree ("updated_at");
  CREATE INDEX "bookings_created_at_idx" ON "bookings" USING btree ("created_at");
  CREATE INDEX "bookings_deleted_at_idx" ON "bookings" USING btree ("deleted_at");
  CREATE INDEX "status_startsAt_idx" ON "bookings" USING btree ("status","starts_at");
  CREATE INDEX "bookings_rels_order_idx" ON "bookings_rels" USING btree ("order");
  CREATE INDEX "bookings_rels_parent_idx" ON "bookings_rels" USING btree ("parent_id");
  CREATE INDEX "bookings_rels_path_idx" ON "bookings_rels" USING btree ("path");
  CREATE INDEX "bookings_rels_properties_id_idx" ON "bookings_rels" USING btree ("properties_id");
  CREATE INDEX "bookings_rels_labels_id_idx" ON "bookings_rels" USING btree ("labels_id");
  CREATE INDEX "booking_lines_booking_idx" ON "booking_lines" USING btree ("booking_id");
  CREATE INDEX "booking_lines_service_idx" ON "booking_lines" USING btree ("service_id");
  CREATE INDEX "booking_lines_updated_at_idx" ON "booking_lines" USING btree ("updated_at");
  CREATE INDEX "booking_lines_created_at_idx" ON "booking_lines" USING btree ("created_at");
  CREATE INDEX "appointments_duties_order_idx" ON "appointments_duties" USING btree ("_order");
  CREATE INDEX "appointments_duties_parent_id_idx" ON "appointments_duties" USING btree ("_parent_id");
  CREATE INDEX "appointments_booking_idx" ON "appointments" USING btree ("booking_id");
  CREATE INDEX "appointments_line_idx" ON "appointments" USING btree ("line_id");
  CREATE INDEX "appointments_service_idx" ON "appointments" USING btree ("service_id");
  CREATE INDEX "appointments_start_idx" ON "appointments" USING btree ("start");
  CREATE INDEX "appointments_status_idx" ON "appointments" USING btree ("status");
  CREATE INDEX "appointments_acceptance_idx" ON "appointments" USING btree ("acceptance");
  CREATE INDEX "appointments_fieldworker_idx" ON "appointments" USING btree ("fieldworker_id");
  CREATE INDEX "appointments_reserved_for_idx" ON "appointments" USING btree ("reserved_for_id");
  CREATE INDEX "appointments_address_idx" ON "appointments" USING btree ("address_id");
  CREATE INDEX "appointments_location_idx" ON "appointments" USING btree ("location_id");
  CREATE INDEX "appointments_replaces_idx" ON "appointments" USING btree ("replaces_id");
  CREATE INDEX "appointments_replaced_by_idx" ON "appointments" USING btree ("replaced_by_id");
  CREATE INDEX "appointments_updated_at_idx" ON "appointments" USING btree ("updated_at");
  CREATE INDEX "appointments_created_at_idx" ON "appointments" USING btree ("created_at");
  CREATE INDEX "fieldworker_start_idx" ON "appointments" USING btree ("fieldworker_id","start");
  CREATE INDEX "status_start_idx" ON "appointments" USING btree ("status","start");
  CREATE INDEX "assignment_offers_appointment_idx" ON "assignment_offers" USING btree ("appointment_id");
  CREATE INDEX "assignment_offers_booking_idx" ON "assignment_offers" USING btree ("booking_id");
  CREATE INDEX "assignment_offers_fieldworker_idx" ON "assignment_offers" USING btree ("fieldworker_id");
  CREATE INDEX "assignment_offers_state_idx" ON "assignment_offers" USING btree ("state");
  CREATE INDEX "assignment_offers_respond_by_idx" ON "assignment_offers" USING btree ("respond_by");
  CREATE INDEX "assignment_offers_previous_idx" ON "assignment_offers" USING btree ("previous_id");
  CREATE INDEX "assignment_offers_updated_at_idx" ON "assignment_offers" USING btree ("updated_at");
  CREATE INDEX "assignment_offers_created_at_idx" ON "assignment_offers" USING btree ("created_at");
  CREATE INDEX "fieldworker_state_idx" ON "assignment_offers" USING btree ("fieldworker_id","state");
  CREATE INDEX "unavailabilities_fieldworker_idx" ON "unavailabilities" USING btree ("fieldworker_id");
  CREATE INDEX "unavailabilities_location_idx" ON "unavailabilities" USING btree ("location_id");
  CREATE INDEX "unavailabilities_start_idx" ON "unavailabilities" USING btree ("start");
  CREATE INDEX "unavailabilities_updated_at_idx" ON "unavailabilities" USING btree ("updated_at");
  CREATE INDEX "unavailabilities_created_at_idx" ON "unavailabilities" USING btree ("created_at");
  CREATE INDEX "occupancies_fieldworker_idx" ON "occupancies" USING btree ("fieldworker_id");
  CREATE INDEX "occupancies_appointment_idx" ON "occupancies" USING btree ("appointment_id");
  CREATE INDEX "occupancies_unavailability_idx" ON "occupancies" USING btree ("unavailability_id");
  CREATE INDEX "occupancies_source_ref_idx" ON "occupancies" USING btree ("source_ref");
  CREATE INDEX "occupancies_updated_at_idx" ON "occupancies" USING btree ("updated_at");
  CREATE INDEX "occupancies_created_at_idx" ON "occupancies" USING btree ("created_at");
  CREATE INDEX "customers_sessions_order_idx" ON "customers_sessions" USING btree ("_order");
  CREATE INDEX "customers_sessions_parent_id_idx" ON "customers_sessions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "customers_email_idx" ON "customers" USING btree ("email");
  CREATE INDEX "customers_phone_idx" ON "customers" USING btree ("phone");
  CREATE INDEX "customers_updated_at_idx" ON "customers" USING btree ("updated_at");
  CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("created_at");
  CREATE INDEX "customers_deleted_at_idx" ON "customers" USING btree ("deleted_at");
  CREATE INDEX "contacts_customer_idx" ON "contacts" USING btree ("customer_id");
  CREATE INDEX "contacts_updated_at_idx" ON "contacts" USING btree ("updated_at");
  CREATE INDEX "contacts_created_at_idx" ON "contacts" USING btree ("created_at");
  CREATE INDEX "addresses_customer_idx" ON "addresses" USING btree ("customer_id");
  CREATE INDEX "addresses_postcode_idx" ON "addresses" USING btree ("postcode");
  CREATE INDEX "addresses_area_idx" ON "addresses" USING btree ("area_id");
  CREATE INDEX "addresses_updated_at_idx" ON "addresses" USING btree ("updated_at");
  CREATE INDEX "addresses_created_at_idx" ON "addresses" USING btree ("created_at");
  CREATE INDEX "properties_customer_idx" ON "properties" USING btree ("customer_id");
  CREATE INDEX "properties_address_idx" ON "properties" USING btree ("address_id");
  CREATE INDEX "properties_updated_at_idx" ON "properties" USING btree ("updated_at");
  CREATE INDEX "properties_created_at_idx" ON "properties" USING btree ("created_at");
  CREATE INDEX "fieldworkers_working_hours_days_order_idx" ON "fieldworkers_working_hours_days" USING btree ("order");
  CREATE INDEX "fieldworkers_working_hours_days_parent_idx" ON "fieldworkers_working_hours_days" USING btree ("parent_id");
  CREATE INDEX "fieldworkers_working_hours_order_idx" ON "fieldworkers_working_hours" USING btree ("_order");
  CREATE INDEX "fieldworkers_working_hours_parent_id_idx" ON "fieldworkers_working_hours" USING btree ("_parent_id");
  CREATE INDEX "fieldworkers_exceptions_blocks_order_idx" ON "fieldworkers_exceptions_blocks" USING btree ("_order");
  CREATE INDEX "fieldworkers_exceptions_blocks_parent_id_idx" ON "fieldworkers_exceptions_blocks" USING btree ("_parent_id");
  CREATE INDEX "fieldworkers_exceptions_order_idx" ON "fieldworkers_exceptions" USING btree ("_order");
  CREATE INDEX "fieldworkers_exceptions_parent_id_idx" ON "fieldworkers_exceptions" USING btree ("_parent_id");
  CREATE INDEX "fieldworkers_photo_idx" ON "fieldworkers" USING btree ("photo_id");
  CREATE INDEX "fieldworkers_user_idx" ON "fieldworkers" USING btree ("user_id");
  CREATE INDEX "fieldworkers_parent_idx" ON "fieldworkers" USING btree ("parent_id");
  CREATE INDEX "fieldworkers_label_idx" ON "fieldworkers" USING btree ("label_id");
  CREATE INDEX "fieldworkers_updated_at_idx" ON "fieldworkers" USING btree ("updated_at");
  CREATE INDEX "fieldworkers_created_at_idx" ON "fieldworkers" USING btree ("created_at");
  CREATE INDEX "fieldworkers_deleted_at_idx" ON "fieldworkers" USING btree ("deleted_at");
  CREATE INDEX "fieldworkers_rels_order_idx" ON "fieldworkers_rels" USING btree ("order");
  CREATE INDEX "fieldworkers_rels_parent_idx" ON "fieldworkers_rels" USING btree ("parent_id");
  CREATE INDEX "fieldworkers_rels_path_idx" ON "fieldworkers_rels" USING btree ("path");
  CREATE INDEX "fieldworkers_rels_services_id_idx" ON "fieldworkers_rels" USING btree ("services_id");
  CREATE INDEX "fieldworkers_rels_skills_id_idx" ON "fieldworkers_rels" USING btree ("skills_id");
  CREATE INDEX "fieldworkers_rels_areas_id_idx" ON "fieldworkers_rels" USING btree ("areas_id");
  CREATE INDEX "fieldworkers_rels_locations_id_idx" ON "fieldworkers_rels" USING btree ("locations_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_role_idx" ON "users" USING btree ("role_id");
  CREATE INDEX "users_fieldworker_idx" ON "users" USING btree ("fieldworker_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "roles_permissions_order_idx" ON "roles_permissions" USING btree ("order");
  CREATE INDEX "roles_permissions_parent_idx" ON "roles_permissions" USING btree ("parent_id");
  CREATE UNIQUE INDEX "roles_slug_idx" ON "roles" USING btree ("slug");
  CREATE INDEX "roles_updated_at_idx" ON "roles" USING btree ("updated_at");
  CREATE INDEX "roles_created_at_idx" ON "roles" USING btree ("created_at");
  CREATE UNIQUE INDEX "api_keys_key_hash_idx" ON "api_keys" USING btree ("key_hash");
  CREATE INDEX "api_keys_role_idx" ON "api_keys" USING btree ("role_id");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");
  CREATE INDEX "api_keys_texts_order_parent" ON "api_keys_texts" USING btree ("order","parent_id");
  CREATE UNIQUE INDEX "skills_name_idx" ON "skills" USING btree ("name");
  CREATE INDEX "skills_updated_at_idx" ON "skills" USING btree ("updated_at");
  CREATE INDEX "skills_created_at_idx" ON "skills" USING btree ("created_at");
  CREATE UNIQUE INDEX "labels_name_idx" ON "labels" USING btree ("name");
  CREATE INDEX "labels_updated_at_idx" ON "labels" USING btree ("updated_at");
  CREATE INDEX "labels_created_at_idx" ON "labels" USING btree ("created_at");
  CREATE INDEX "services_location_types_order_idx" ON "services_location_types" USING btree ("order");
  CREATE INDEX "services_location_types_parent_idx" ON "services_location_types" USING btree ("parent_id");
  CREATE INDEX "services_questions_order_idx" ON "services_questions" USING btree ("_order");
  CREATE INDEX "services_questions_parent_id_idx" ON "services_questions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "services_slug_idx" ON "services" USING btree ("slug");
  CREATE INDEX "services_category_idx" ON "services" USING btree ("category_id");
  CREATE INDEX "services_image_idx" ON "services" USING btree ("image_id");
  CREATE INDEX "services_updated_at_idx" ON "services" USING btree ("updated_at");
  CREATE INDEX "services_created_at_idx" ON "services" USING btree ("created_at");
  CREATE INDEX "services_deleted_at_idx" ON "services" USING btree ("deleted_at");
  CREATE INDEX "services_texts_order_parent" ON "services_texts" USING btree ("order","parent_id");
  CREATE INDEX "services_rels_order_idx" ON "services_rels" USING btree ("order");
  CREATE INDEX "services_rels_parent_idx" ON "services_rels" USING btree ("parent_id");
  CREATE INDEX "services_rels_path_idx" ON "services_rels" USING btree ("path");
  CREATE INDEX "services_rels_locations_id_idx" ON "services_rels" USING btree ("locations_id");
  CREATE INDEX "services_rels_skills_id_idx" ON "services_rels" USING btree ("skills_id");
  CREATE INDEX "service_categories_updated_at_idx" ON "service_categories" USING btree ("updated_at");
  CREATE INDEX "service_categories_created_at_idx" ON "service_categories" USING btree ("created_at");
  CREATE INDEX "locations_opening_hours_days_order_idx" ON "locations_opening_hours_days" USING btree ("order");
  CREATE INDEX "locations_opening_hours_days_parent_idx" ON "locations_opening_hours_days" USING btree ("parent_id");
  CREATE INDEX "locations_opening_hours_order_idx" ON "locations_opening_hours" USING btree ("_order");
  CREATE INDEX "locations_opening_hours_parent_id_idx" ON "locations_opening_hours" USING btree ("_parent_id");
  CREATE INDEX "locations_exceptions_blocks_order_idx" ON "locations_exceptions_blocks" USING btree ("_order");
  CREATE INDEX "locations_exceptions_blocks_parent_id_idx" ON "locations_exceptions_blocks" USING btree ("_parent_id");
  CREATE INDEX "locations_exceptions_order_idx" ON "locations_exceptions" USING btree ("_order");
  CREATE INDEX "locations_exceptions_parent_id_idx" ON "locations_exceptions" USING btree ("_parent_id");
  CREATE INDEX "locations_address_address_postcode_idx" ON "locations" USING btree ("address_postcode");
  CREATE INDEX "locations_updated_at_idx" ON "locations" USING btree ("updated_at");
  CREATE INDEX "locations_created_at_idx" ON "locations" USING btree ("created_at");
  CREATE INDEX "locations_deleted_at_idx" ON "locations" USING btree ("deleted_at");
  CREATE INDEX "areas_location_idx" ON "areas" USING btree ("location_id");
  CREATE INDEX "areas_updated_at_idx" ON "areas" USING btree ("updated_at");
  CREATE INDEX "areas_created_at_idx" ON "areas" USING btree ("created_at");
  CREATE INDEX "areas_texts_order_parent" ON "areas_texts" USING btree ("order","parent_id");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id");
  CREATE INDEX "notifications_customer_idx" ON "notifications" USING btree ("customer_id");
  CREATE INDEX "notifications_booking_idx" ON "notifications" USING btree ("booking_id");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "comments_booking_idx" ON "comments" USING btree ("booking_id");
  CREATE INDEX "comments_updated_at_idx" ON "comments" USING btree ("updated_at");
  CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("created_at");
  CREATE INDEX "comments_rels_order_idx" ON "comments_rels" USING btree ("order");
  CREATE INDEX "comments_rels_parent_idx" ON "comments_rels" USING btree ("parent_id");
  CREATE INDEX "comments_rels_path_idx" ON "comments_rels" USING btree ("path");
  CREATE INDEX "comments_rels_media_id_idx" ON "comments_rels" USING btree ("media_id");
  CREATE UNIQUE INDEX "deliveries_key_idx" ON "deliveries" USING btree ("key");
  CREATE INDEX "deliveries_booking_idx" ON "deliveries" USING btree ("booking_id");
  CREATE INDEX "deliveries_provider_ref_idx" ON "deliveries" USING btree ("provider_ref");
  CREATE INDEX "deliveries_updated_at_idx" ON "deliveries" USING btree ("updated_at");
  CREATE INDEX "deliveries_created_at_idx" ON "deliveries" USING btree ("created_at");
  CREATE INDEX "state_notBefore_idx" ON "deliveries" USING btree ("state","not_before");
  CREATE INDEX "subjectType_subjectId_idx" ON "deliveries" USING btree ("subject_type","subject_id");
  CREATE INDEX "media_booking_idx" ON "media" USING btree ("booking_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "audit_events_at_idx" ON "audit_events" USING btree ("at");
  CREATE INDEX "subjectType_subjectId_at_idx" ON "audit_events" USING btree ("subject_type","subject_id","at");
  CREATE INDEX "booking_at_idx" ON "audit_events" USING btree ("booking","at");
  CREATE UNIQUE INDEX "links_token_hash_idx" ON "links" USING btree ("token_hash");
  CREATE INDEX "links_updated_at_idx" ON "links" USING btree ("updated_at");
  CREATE INDEX "links_created_at_idx" ON "links" USING btree ("created_at");
  CREATE INDEX "subjectType_subjectId_purpose_idx" ON "links" USING btree ("subject_type","subject_id","purpose");
  CREATE INDEX "idempotency_keys_updated_at_idx" ON "idempotency_keys" USING btree ("updated_at");
  CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");
  CREATE UNIQUE INDEX "actor_route_key_idx" ON "idempotency_keys" USING btree ("actor","route","key");
  CREATE UNIQUE INDEX "counters_name_idx" ON "counters" USING btree ("name");
  CREATE INDEX "counters_updated_at_idx" ON "counters" USING btree ("updated_at");
  CREATE INDEX "counters_created_at_idx" ON "counters" USING btree ("created_at");
  CREATE UNIQUE INDEX "outbox_messages_delivery_key_idx" ON "outbox_messages" USING btree ("delivery_key");
  CREATE INDEX "outbox_messages_updated_at_idx" ON "outbox_messages" USING btree ("updated_at");
  CREATE INDEX "outbox_messages_created_at_idx" ON "outbox_messages" USING btree ("created_at");
  CREATE UNIQUE INDEX "calendar_events_key_idx" ON "calendar_events" USING btree ("key");
  CREATE INDEX "calendar_events_fieldworker_idx" ON "calendar_events" USING btree ("fieldworker_id");
  CREATE INDEX "calendar_events_updated_at_idx" ON "calendar_events" USING btree ("updated_at");
  CREATE INDEX "calendar_events_created_at_idx" ON "calendar_events" USING btree ("created_at");
  CREATE INDEX "fieldworker_start_1_idx" ON "calendar_events" USING btree ("fieldworker_id","start");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_bookings_id_idx" ON "payload_locked_documents_rels" USING btree ("bookings_id");
  CREATE INDEX "payload_locked_documents_rels_booking_lines_id_idx" ON "payload_locked_documents_rels" USING btree ("booking_lines_id");
  CREATE INDEX "payload_locked_documents_rels_appointments_id_idx" ON "payload_locked_documents_rels" USING btree ("appointments_id");
  CREATE INDEX "payload_locked_documents_rels_unavailabilities_id_idx" ON "payload_locked_documents_rels" USING btree ("unavailabilities_id");
  CREATE INDEX "payload_locked_documents_rels_customers_id_idx" ON "payload_locked_documents_rels" USING btree ("customers_id");
  CREATE INDEX "payload_locked_documents_rels_contacts_id_idx" ON "payload_locked_documents_rels" USING btree ("contacts_id");
  CREATE INDEX "payload_locked_documents_rels_addresses_id_idx" ON "payload_locked_documents_rels" USING btree ("addresses_id");
  CREATE INDEX "payload_locked_documents_rels_properties_id_idx" ON "payload_locked_documents_rels" USING btree ("properties_id");
  CREATE INDEX "payload_locked_documents_rels_fieldworkers_id_idx" ON "payload_locked_documents_rels" USING btree ("fieldworkers_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_roles_id_idx" ON "payload_locked_documents_rels" USING btree ("roles_id");
  CREATE INDEX "payload_locked_documents_rels_api_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("api_keys_id");
  CREATE INDEX "payload_locked_documents_rels_skills_id_idx" ON "payload_locked_documents_rels" USING btree ("skills_id");
  CREATE INDEX "payload_locked_documents_rels_labels_id_idx" ON "payload_locked_documents_rels" USING btree ("labels_id");
  CREATE INDEX "payload_locked_documents_rels_services_id_idx" ON "payload_locked_documents_rels" USING btree ("services_id");
  CREATE INDEX "payload_locked_documents_rels_service_categories_id_idx" ON "payload_locked_documents_rels" USING btree ("service_categories_id");
  CREATE INDEX "payload_locked_documents_rels_locations_id_idx" ON "payload_locked_documents_rels" USING btree ("locations_id");
  CREATE INDEX "payload_locked_documents_rels_areas_id_idx" ON "payload_locked_documents_rels" USING btree ("areas_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_customers_id_idx" ON "payload_preferences_rels" USING btree ("customers_id");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_api_keys_id_idx" ON "payload_preferences_rels" USING btree ("api_keys_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "company_logo_idx" ON "company" USING btree ("logo_id");
  CREATE INDEX "company_address_address_postcode_idx" ON "company" USING btree ("address_postcode");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "bookings" CASCADE;
  DROP TABLE "bookings_rels" CASCADE;
  DROP TABLE "booking_lines" CASCADE;
  DROP TABLE "appointments_duties" CASCADE;
  DROP TABLE "appointments" CASCADE;
  DROP TABLE "assignment_offers" CASCADE;
  DROP TABLE "unavailabilities" CASCADE;
  DROP TABLE "occupancies" CASCADE;
  DROP TABLE "customers_sessions" CASCADE;
  DROP TABLE "customers" CASCADE;
  DROP TABLE "contacts" CASCADE;
  DROP TABLE "addresses" CASCADE;
  DROP TABLE "properties" CASCADE;
  DROP TABLE "fieldworkers_working_hours_days" CASCADE;
  DROP TABLE "fieldworkers_working_hours" CASCADE;
  DROP TABLE "fieldworkers_exceptions_blocks" CASCADE;
  DROP TABLE "fieldworkers_exceptions" CASCADE;
  DROP TABLE "fieldworkers" CASCADE;
  DROP TABLE "fieldworkers_rels" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "roles_permissions" CASCADE;
  DROP TABLE "roles" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "api_keys_texts" CASCADE;
  DROP TABLE "skills" CASCADE;
  DROP TABLE "labels" CASCADE;
  DROP TABLE "services_location_types" CASCADE;
  DROP TABLE "services_questions" CASCADE;
  DROP TABLE "services" CASCADE;
  DROP TABLE "services_texts" CASCADE;
  DROP TABLE "services_rels" CASCADE;
  DROP TABLE "service_categories" CASCADE;
  DROP TABLE "locations_opening_hours_days" CASCADE;
  DROP TABLE "locations_opening_hours" CASCADE;
  DROP TABLE "locations_exceptions_blocks" CASCADE;
  DROP TABLE "locations_exceptions" CASCADE;
  DROP TABLE "locations" CASCADE;
  DROP TABLE "areas" CASCADE;
  DROP TABLE "areas_texts" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "comments" CASCADE;
  DROP TABLE "comments_rels" CASCADE;
  DROP TABLE "deliveries" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "audit_events" CASCADE;
  DROP TABLE "links" CASCADE;
  DROP TABLE "idempotency_keys" CASCADE;
  DROP TABLE "counters" CASCADE;
  DROP TABLE "outbox_messages" CASCADE;
  DROP TABLE "calendar_events" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "company" CASCADE;
  DROP TABLE "booking_settings" CASCADE;
  DROP TABLE "portal_settings" CASCADE;
  DROP TABLE "financial_settings" CASCADE;
  DROP TYPE "public"."enum_bookings_status";
  DROP TYPE "public"."enum_bookings_gates_approval";
  DROP TYPE "public"."enum_bookings_gates_customer";
  DROP TYPE "public"."enum_bookings_gates_deposit";
  DROP TYPE "public"."enum_bookings_source";
  DROP TYPE "public"."enum_appointments_duties_kind";
  DROP TYPE "public"."enum_appointments_status";
  DROP TYPE "public"."enum_appointments_acceptance";
  DROP TYPE "public"."enum_appointments_progress";
  DROP TYPE "public"."enum_appointments_method";
  DROP TYPE "public"."enum_assignment_offers_mode";
  DROP TYPE "public"."enum_assignment_offers_state";
  DROP TYPE "public"."enum_unavailabilities_kind";
  DROP TYPE "public"."enum_occupancies_kind";
  DROP TYPE "public"."enum_fieldworkers_working_hours_days";
  DROP TYPE "public"."enum_fieldworkers_assignment_method";
  DROP TYPE "public"."enum_users_kind";
  DROP TYPE "public"."enum_roles_permissions";
  DROP TYPE "public"."enum_roles_kind";
  DROP TYPE "public"."enum_services_location_types";
  DROP TYPE "public"."enum_services_questions_type";
  DROP TYPE "public"."enum_services_price_model";
  DROP TYPE "public"."enum_services_mode";
  DROP TYPE "public"."enum_services_assignment_method";
  DROP TYPE "public"."enum_locations_opening_hours_days";
  DROP TYPE "public"."enum_areas_kind";
  DROP TYPE "public"."enum_comments_visibility";
  DROP TYPE "public"."enum_deliveries_channel";
  DROP TYPE "public"."enum_deliveries_state";
  DROP TYPE "public"."enum_media_kind";
  DROP TYPE "public"."enum_links_purpose";
  DROP TYPE "public"."enum_outbox_messages_channel";
  DROP TYPE "public"."enum_calendar_events_state";
  DROP TYPE "public"."enum_booking_settings_assignment_method";`)
}
