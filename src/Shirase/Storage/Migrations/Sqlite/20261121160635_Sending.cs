using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shirase.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "gave_up_at",
                table: "jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lane",
                table: "jobs",
                type: "TEXT",
                nullable: false,
                defaultValue: "house");

            migrationBuilder.AddColumn<DateTime>(
                name: "attempted_at",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "looks_json",
                table: "deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "needs_decision",
                table: "deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "next_try_at",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "settled_at",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "settled_by",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settled_why",
                table: "deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "freezes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    account = table.Column<Guid>(type: "TEXT", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    resume_asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    resume_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    resume_why = table.Column<string>(type: "TEXT", nullable: false),
                    resumed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    resumed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_freezes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pulse = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.row);
                });

            migrationBuilder.CreateIndex(
                name: "IX_freezes_body_resumed_at",
                table: "freezes",
                columns: new[] { "body", "resumed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "freezes");

            migrationBuilder.DropTable(
                name: "instances");

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
                name: "looks_json",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "needs_decision",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "next_try_at",
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
        }
    }
}
