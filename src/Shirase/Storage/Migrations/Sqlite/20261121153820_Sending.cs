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
