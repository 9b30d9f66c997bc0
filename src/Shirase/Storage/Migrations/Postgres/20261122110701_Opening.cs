using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shirase.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Opening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "dissolved_on",
                table: "units",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_encrypted",
                table: "terminals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_locked_away",
                table: "terminals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "keeper",
                table: "terminals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "lost_at",
                table: "terminals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "regulation",
                table: "standard_forms",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "continuation_of",
                table: "practice_posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "continuation_of",
                table: "applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "flare_up",
                table: "applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "flare_up_kind",
                table: "applications",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_preparing",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "start_json",
                table: "accounts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "account_closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    announcement = table.Column<Guid>(type: "uuid", nullable: true),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice = table.Column<Guid>(type: "uuid", nullable: true),
                    noticed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    vanished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    report = table.Column<string>(type: "text", nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    for_terms = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_closings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_passwords",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false),
                    mark = table.Column<string>(type: "text", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_passwords", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    regulation = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    platform = table.Column<Guid>(type: "uuid", nullable: false),
                    handle = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    plan_json = table.Column<string>(type: "text", nullable: false),
                    filed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_verifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_verifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "election_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_election_periods", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "flare_up_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    flare_up = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flare_up_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "flare_ups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    decision_why = table.Column<string>(type: "text", nullable: false),
                    participants = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    options = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    promised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    promise_made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flare_ups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "glossary_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    regulation = table.Column<string>(type: "text", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false),
                    wording = table.Column<string>(type: "text", nullable: false),
                    means = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_glossary_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "link_captures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    final = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_captures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media_downloads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: false),
                    media = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    terminal = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_downloads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monthly_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    regulation = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lines_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_monthly_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "password_holders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_holders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "password_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    terminal = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    on_paper = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_openings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "password_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    password = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    keeper = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "text", nullable: false),
                    agreed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    printed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    destroyed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    destroyed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    witness = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rows_json = table.Column<string>(type: "text", nullable: false),
                    baseline = table.Column<int>(type: "integer", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopened_why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platforms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_internet_service = table.Column<bool>(type: "boolean", nullable: false),
                    is_two_way = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    terms_address = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platforms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_baselines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    regulation = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    ratings_json = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risk_baselines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "terminal_losses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    terminal = table.Column<Guid>(type: "uuid", nullable: false),
                    is_theft = table.Column<bool>(type: "boolean", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terminal_losses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "terminal_states",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    terminal = table.Column<Guid>(type: "uuid", nullable: false),
                    operating_system = table.Column<string>(type: "text", nullable: false),
                    supported_until = table.Column<DateOnly>(type: "date", nullable: false),
                    updated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    definitions_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_screen_lock = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terminal_states", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "terms_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    platform = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "terms_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    platform = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    findings_json = table.Column<string>(type: "text", nullable: false),
                    disadvantage = table.Column<string>(type: "text", nullable: false),
                    agreement = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_reviews", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verifying_platforms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verifying_platforms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_closings_account",
                table: "account_closings",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_account_passwords_account",
                table: "account_passwords",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_account_requests_account",
                table: "account_requests",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_account_verifications_account_at",
                table: "account_verifications",
                columns: new[] { "account", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_election_periods_body_to",
                table: "election_periods",
                columns: new[] { "body", "to" });

            migrationBuilder.CreateIndex(
                name: "IX_flare_up_entries_flare_up",
                table: "flare_up_entries",
                column: "flare_up");

            migrationBuilder.CreateIndex(
                name: "IX_flare_ups_account",
                table: "flare_ups",
                column: "account",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_glossary_entries_body_regulation",
                table: "glossary_entries",
                columns: new[] { "body", "regulation" });

            migrationBuilder.CreateIndex(
                name: "IX_link_captures_application",
                table: "link_captures",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "IX_media_downloads_media",
                table: "media_downloads",
                column: "media");

            migrationBuilder.CreateIndex(
                name: "IX_monthly_reports_body_regulation_month",
                table: "monthly_reports",
                columns: new[] { "body", "regulation", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_password_holders_account",
                table: "password_holders",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_password_openings_account_at",
                table: "password_openings",
                columns: new[] { "account", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_password_papers_account",
                table: "password_papers",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_platform_assessments_request_number",
                table: "platform_assessments",
                columns: new[] { "request", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platforms_body_name",
                table: "platforms",
                columns: new[] { "body", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_risk_baselines_body_regulation_number",
                table: "risk_baselines",
                columns: new[] { "body", "regulation", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_terminal_losses_terminal",
                table: "terminal_losses",
                column: "terminal");

            migrationBuilder.CreateIndex(
                name: "IX_terminal_states_terminal_at",
                table: "terminal_states",
                columns: new[] { "terminal", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_terms_looks_platform",
                table: "terms_looks",
                column: "platform");

            migrationBuilder.CreateIndex(
                name: "IX_terms_reviews_platform_number",
                table: "terms_reviews",
                columns: new[] { "platform", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_closings");

            migrationBuilder.DropTable(
                name: "account_passwords");

            migrationBuilder.DropTable(
                name: "account_requests");

            migrationBuilder.DropTable(
                name: "account_verifications");

            migrationBuilder.DropTable(
                name: "election_periods");

            migrationBuilder.DropTable(
                name: "flare_up_entries");

            migrationBuilder.DropTable(
                name: "flare_ups");

            migrationBuilder.DropTable(
                name: "glossary_entries");

            migrationBuilder.DropTable(
                name: "link_captures");

            migrationBuilder.DropTable(
                name: "media_downloads");

            migrationBuilder.DropTable(
                name: "monthly_reports");

            migrationBuilder.DropTable(
                name: "password_holders");

            migrationBuilder.DropTable(
                name: "password_openings");

            migrationBuilder.DropTable(
                name: "password_papers");

            migrationBuilder.DropTable(
                name: "platform_assessments");

            migrationBuilder.DropTable(
                name: "platforms");

            migrationBuilder.DropTable(
                name: "risk_baselines");

            migrationBuilder.DropTable(
                name: "terminal_losses");

            migrationBuilder.DropTable(
                name: "terminal_states");

            migrationBuilder.DropTable(
                name: "terms_looks");

            migrationBuilder.DropTable(
                name: "terms_reviews");

            migrationBuilder.DropTable(
                name: "verifying_platforms");

            migrationBuilder.DropColumn(
                name: "dissolved_on",
                table: "units");

            migrationBuilder.DropColumn(
                name: "is_encrypted",
                table: "terminals");

            migrationBuilder.DropColumn(
                name: "is_locked_away",
                table: "terminals");

            migrationBuilder.DropColumn(
                name: "keeper",
                table: "terminals");

            migrationBuilder.DropColumn(
                name: "lost_at",
                table: "terminals");

            migrationBuilder.DropColumn(
                name: "regulation",
                table: "standard_forms");

            migrationBuilder.DropColumn(
                name: "continuation_of",
                table: "practice_posts");

            migrationBuilder.DropColumn(
                name: "continuation_of",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "flare_up",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "flare_up_kind",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "is_preparing",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "start_json",
                table: "accounts");
        }
    }
}
