using System.Text.Json;
using Shirase.TestKit;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>The description of the interface is the interface: compared with the routes, the table, and the committed file.</summary>
public sealed class ApiDocumentTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static readonly string Committed = Path.Combine(Places.Repository, "docs", "api", "openapi.json");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_running_product_When_its_description_is_read_Then_it_is_the_committed_one()
    {
        var served = await ReadAsync();
        if (Environment.GetEnvironmentVariable("SHIRASE_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Committed)!);
            await File.WriteAllTextAsync(Committed, served, Ct);
        }

        Assert.True(served == await File.ReadAllTextAsync(Committed, Ct), "docs/api/openapi.json is another one. Run this test with SHIRASE_WRITE=1 and commit the file.");
        Assert.Equal("3.1", JsonDocument.Parse(served).RootElement.GetProperty("openapi").GetString()![..3]);
    }

    [Fact]
    public async Task Given_every_line_of_the_table_When_the_description_is_read_Then_it_tells_summary_scope_and_refusals_of_each()
    {
        var root = JsonDocument.Parse(await ReadAsync()).RootElement;
        var told = root.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(m => m.Name is "get" or "post" or "put" or "delete")
            .Select(m => (Endpoint: $"{m.Name.ToUpperInvariant()} {p.Name}", Operation: m.Value))).ToDictionary(o => o.Endpoint, o => o.Operation, StringComparer.Ordinal);
        var rows = AccessTable.Rows.Where(r => r.Scope is not null).ToList();

        Assert.True(rows.Count > 60, "The table names the interface no more.");
        Assert.Equal(rows.Select(r => Plain(r.Endpoint)).Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var operation = told[Plain(row.Endpoint)];
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), row.Endpoint);
            var scopes = operation.GetProperty("security")[0].GetProperty("token").EnumerateArray().Select(s => s.GetString());
            Assert.Equal(row.Scope!.Length == 0 ? [] : [row.Scope], scopes);
            foreach (var status in new[] { "400", "401", "403", "404", "429" })
            {
                Assert.Equal($"#/components/responses/Problem{status}", operation.GetProperty("responses").GetProperty(status).GetProperty("$ref").GetString());
                Assert.True(root.GetProperty("components").GetProperty("responses").GetProperty($"Problem{status}").GetProperty("content").TryGetProperty("application/problem+json", out _));
            }

            if (!row.Endpoint.StartsWith("GET", StringComparison.Ordinal))
            {
                Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key" && p.GetProperty("required").GetBoolean());
            }

            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), r => r.Name[0] == '2');
        }
    }

    private static string Plain(string endpoint) => System.Text.RegularExpressions.Regex.Replace(endpoint, @"\{(?<name>\w+):\w+\}", "{${name}}", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private async Task<string> ReadAsync()
    {
        using var client = app.Client(null);
        await client.GetAsync("openapi.json");
        client.Is(System.Net.HttpStatusCode.OK);
        return client.Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
