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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "failures",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "gave_up_at",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "lane",
                table: "jobs");
        }
    }
}
