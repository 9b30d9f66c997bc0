using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shirase.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "failures",
                table: "jobs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "gave_up_at",
                table: "jobs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lane",
                table: "jobs",
                type: "text",
                nullable: false,
                defaultValue: "house");

            migrationBuilder.AddColumn<DateTime>(
                name: "attempted_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "by_hand_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "by_hand_by",
                table: "deliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "by_hand_seen",
                table: "deliveries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "looks_json",
                table: "deliveries",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "needs_decision",
                table: "deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "next_try_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "removal_kind",
                table: "deliveries",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "seen_gone_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "settled_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "settled_by",
                table: "deliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settled_why",
                table: "deliveries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "stood_as",
                table: "deliveries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "stood_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "press_planned_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "press_release_text",
                table: "applications",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "monthly_budget",
                table: "accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_calls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_health",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    last_success_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_trouble_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_trouble_status = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handle_there = table.Column<string>(type: "text", nullable: false),
                    warned_for = table.Column<string>(type: "text", nullable: false),
                    closed_for = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_health", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    window = table.Column<string>(type: "text", nullable: false),
                    limit = table.Column<int>(type: "integer", nullable: false),
                    remaining = table.Column<int>(type: "integer", nullable: false),
                    reset_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_stops",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    notice_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_end = table.Column<bool>(type: "boolean", nullable: false),
                    old_secret = table.Column<string>(type: "text", nullable: false),
                    grant = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revocation_failed = table.Column<bool>(type: "boolean", nullable: false),
                    notice = table.Column<Guid>(type: "uuid", nullable: true),
                    password_by = table.Column<Guid>(type: "uuid", nullable: true),
                    password_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resume_notice = table.Column<Guid>(type: "uuid", nullable: true),
                    resume_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resume_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resume_why = table.Column<string>(type: "text", nullable: false),
                    resumed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resumed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_stops", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    access = table.Column<string>(type: "text", nullable: false),
                    refresh = table.Column<string>(type: "text", nullable: true),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    connected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    renewed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    fence = table.Column<int>(type: "integer", nullable: false),
                    turn_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    scopes = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    refusal_noted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    found_by = table.Column<Guid>(type: "uuid", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stands_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_drill = table.Column<bool>(type: "boolean", nullable: false),
                    wrong = table.Column<string>(type: "text", nullable: false),
                    right = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: true),
                    announced_by = table.Column<Guid>(type: "uuid", nullable: true),
                    announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    abandoned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    abandoned_by = table.Column<Guid>(type: "uuid", nullable: true),
                    abandoned_why = table.Column<string>(type: "text", nullable: false),
                    notice_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "foreign_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    remote_id = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_repost = table.Column<bool>(type: "boolean", nullable: false),
                    posted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    owned_by = table.Column<Guid>(type: "uuid", nullable: true),
                    owned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    owned_why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foreign_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "freezes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    resume_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resume_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resume_why = table.Column<string>(type: "text", nullable: false),
                    resumed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resumed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_freezes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fence = table.Column<int>(type: "integer", nullable: false),
                    acted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_calls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    row = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pulse = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "page_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    told = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    excerpt = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_proofs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policy_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    notice = table.Column<Guid>(type: "uuid", nullable: true),
                    post = table.Column<Guid>(type: "uuid", nullable: true),
                    announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    without_post = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "timeline_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    long_on = table.Column<DateOnly>(type: "date", nullable: true),
                    blind_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subscription = table.Column<Guid>(type: "uuid", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_status = table.Column<int>(type: "integer", nullable: true),
                    last_trouble = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    events = table.Column<string>(type: "text", nullable: false),
                    protected_secret = table.Column<string>(type: "text", nullable: false),
                    protected_old_secret = table.Column<string>(type: "text", nullable: true),
                    old_secret_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    disabled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    disabled_because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_subscriptions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_calls_account_at",
                table: "account_calls",
                columns: new[] { "account", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_rates_account_operation_window",
                table: "account_rates",
                columns: new[] { "account", "operation", "window" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_stops_account_at",
                table: "account_stops",
                columns: new[] { "account", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_tokens_account",
                table: "account_tokens",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_api_tokens_hash",
                table: "api_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_corrections_application",
                table: "corrections",
                column: "application",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_corrections_target",
                table: "corrections",
                column: "target",
                unique: true,
                filter: "abandoned_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_foreign_posts_account_remote_id",
                table: "foreign_posts",
                columns: new[] { "account", "remote_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_freezes_body_resumed_at",
                table: "freezes",
                columns: new[] { "body", "resumed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_calls_token_key",
                table: "idempotent_calls",
                columns: new[] { "token", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_page_proofs_subject",
                table: "page_proofs",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_policy_changes_account",
                table: "policy_changes",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_webhook_messages_subscription_created_at",
                table: "webhook_messages",
                columns: new[] { "subscription", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_calls");

            migrationBuilder.DropTable(
                name: "account_health");

            migrationBuilder.DropTable(
                name: "account_rates");

            migrationBuilder.DropTable(
                name: "account_stops");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "foreign_posts");

            migrationBuilder.DropTable(
                name: "freezes");

            migrationBuilder.DropTable(
                name: "idempotent_calls");

            migrationBuilder.DropTable(
                name: "instances");

            migrationBuilder.DropTable(
                name: "page_proofs");

            migrationBuilder.DropTable(
                name: "policy_changes");

            migrationBuilder.DropTable(
                name: "timeline_looks");

            migrationBuilder.DropTable(
                name: "webhook_messages");

            migrationBuilder.DropTable(
                name: "webhook_subscriptions");

            migrationBuilder.DropColumn(
                name: "failures",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "gave_up_at",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "lane",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "attempted_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "by_hand_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "by_hand_by",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "by_hand_seen",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "looks_json",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "needs_decision",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "next_try_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "removal_kind",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "seen_gone_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "settled_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "settled_by",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "settled_why",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "stood_as",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "stood_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "press_planned_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "press_release_text",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "monthly_budget",
                table: "accounts");
        }
    }
}
